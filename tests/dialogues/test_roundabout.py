"""Requests in more words than they need."""

import pytest

from tests.assistant.talking import talking

SAID = {
    "set a timer that goes off in 20 minutes": "Timer set for 20 minutes.",
    "set me up a timer to go off after 25 mins": "Timer set for 25 minutes.",
    "help me look for my lost phone": "Your phone is ringing.",
    "could you tell me where my phone is": "Your phone is ringing.",
    "I've lost my phone again": "Your phone is ringing.",
    "I need to know what time it is": "It's 3:05 PM.",
    "in six days what date will it be": "That's Friday, November 28.",
    "is it thursday today": "Today is Saturday.",
    "please multiply twelve by eight": "That is 96.",
    "subtract nine from forty": "That is 31.",
    "what's the sum of 2, 5, and 8": "That is 15.",
    "confirm that the doors are locked": "Yes, the front door is locked.",
    "I'm wanting you to turn on the tv": "The TV is on.",
    "would you be willing to turn the tv on": "The TV is on.",
    "slow down the pace at which you talk": "All right, I'll speak more slowly.",
    "quit talking": "",
    "we're out of flour so please put that on the shopping list": "I put flour on the shopping list.",
    "check if there is salt on my shopping list and if not add it": "I put salt on the shopping list.",
    "add rice to my shopping list unless it's already on there": "I put rice on the shopping list.",
    "put ironing on my list of things to do": "I put ironing on the to-do list.",
    "is ironing on my to do list": "Ironing is not on the to-do list.",
    "erase everything on my to do list": "The to-do list is empty now.",
    "what did I want to remember": "You have no reminders.",
    "please skip past this song and play the next one": "The speaker is on the next one.",
    "I don't like this song, skip it": "The speaker is on the next one.",
    "tell me what the date will be in nine days": "That's Monday, December 1.",
    "I wanna know tomorrow's date": "That's Sunday, November 23.",
    "please tell me what today is": "Today is Saturday.",
    "I'd love to have an alarm set now": "For what time?",
    "what things are on my packing list": "The packing list is empty.",
    "how many teaspoons would make two tablespoons": "2 tablespoons are 6 teaspoons.",
    "how do you convert miles to kilometers": "1 mile is 1.61 kilometres.",
    "I'd appreciate it if you could turn on the tv": "The TV is on.",
    "could you help me turn on the tv": "The TV is on.",
    "please lower the rate of your speech a little": "All right, I'll speak more slowly.",
    "use a quicker pace when you talk": "All right, I'll speak faster.",
    "slow it down you're talking too fast": "All right, I'll speak more slowly.",
    "I'd like to hear everything on my reminder list": "You have no reminders.",
    "is water the ferns already on my list of reminders": "There is no such reminder.",
    "I can hardly hear the radio": "The speaker volume is at 50%.",
    "notify me when half an hour has passed": "Timer set for 30 minutes.",
    "in twenty minutes the timer should ring": "Timer set for 20 minutes.",
    "I can't locate my phone, could you help me": "Your phone is ringing.",
    "assist me with locating my phone": "Your phone is ringing.",
    "what is the time in nairobi, kenya": "It's 6:05 PM in Nairobi.",
    "is it past noon already": "It's 3:05 PM.",
    "you talk too fast": "All right, I'll speak more slowly.",
    "would you mind speaking slowly": "All right, I'll speak more slowly.",
    "jot honey on the party list": "I put honey on the party list.",
    "read me my list of things to remember": "You have no reminders.",
    "forget what I just said": "",
    "remove pottery class from my calendar for june 3rd": "There is no such reminder.",
    "tell me tomorrow at nine to water the ferns": (
        "All right, I'll remind you tomorrow at 9 AM: water the ferns."
    ),
    "set a reminder for me to let the cat in tonight": (
        "All right, I'll remind you today at 8 PM: let the cat in."
    ),
    "don't let me forget to pay Ann on monday at ten": (
        "All right, I'll remind you on Monday at 10 AM: pay Ann."
    ),
}


@pytest.mark.parametrize("text", SAID)
async def test_what_is_said_at_length_is_done(text: str) -> None:
    async with talking() as talk:
        await talk.ask(text)
        assert talk.said == SAID[text]


async def test_alarms_for_several_times_are_as_many_alarms() -> None:
    async with talking() as talk:
        await talk.ask("set alarms for quarter past six and seven tomorrow morning")
        assert len(talk.agenda.alarms.all) == 2
        await talk.ask("wake me at 9 on sunday and monday")
        assert len(talk.agenda.alarms.all) == 3


HEARD = {
    "open spotify and play some jazz": {"genre": "jazz"},
    "find the song yesterday and play it": {"search_query": "yesterday"},
    "play something by norah jones on youtube": {"artist": "norah jones"},
    "I want to hear the good songs from norah jones": {"artist": "norah jones"},
}


@pytest.mark.parametrize("text", HEARD)
async def test_what_is_to_be_heard_has_neither_service_nor_praise(text: str) -> None:
    async with talking() as talk:
        match = (await talk.ask(text)).match
        assert match is not None
        assert HEARD[text].items() <= match.intents[0].slots.items()


NOTHING = (
    "get rid of it",
    "speak to me in portuguese",
    "can we talk in korean",
    "why do people talk so fast",
    "my sister speaks too fast for him",
    "I love how fast you talk",
    "talk to me about slowly cooked beans",
    "I can't forget about last night",
    "help me remember that song",
    "tell me in detail how to cook rice",
    "is it christmas yet",
    "give me a list of things to see in rome",
    "how long until the race begins",
)


@pytest.mark.parametrize("text", NOTHING)
async def test_talk_in_the_same_words_asks_for_nothing(text: str) -> None:
    async with talking() as talk:
        match = (await talk.ask(text)).match
        assert match is None or match.intents[0].name == "Chat"
