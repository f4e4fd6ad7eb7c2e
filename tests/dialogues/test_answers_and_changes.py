"""Alarms, timers, reminders and lists in a day: answers, changes of what is set, and which list is meant."""

import pytest

from tests.assistant.talking import held

DIALOGUES = {
    "a time put right is no reminder": """
        remind me at five > What shall I remind you of?
        no, at six > What shall I remind you of?
        Tom's birthday > All right, I'll remind you today at 6 PM: Tom's birthday.""",
    "a day put right is no reminder": """
        remind me at six tomorrow > What shall I remind you of?
        make that the day after > What shall I remind you of?
        water the plants > All right, I'll remind you on Monday at 6 PM: water the plants.""",
    "days left out are no reminder": """
        remind me every day at nine > What shall I remind you of?
        not on Sundays > What shall I remind you of?
        take my pills > All right, I'll remind you every day except Sunday at 9 AM: take your pills.""",
    "another order is no reminder": """
        remind me at six > What shall I remind you of?
        move the dentist to nine > What shall I remind you of?
        and again at half time > Sorry, I did not understand that.""",
    "what is to be done may begin like an order": """
        remind me at five > What shall I remind you of?
        take the bins out > All right, I'll remind you today at 5 PM: take the bins out.
        remind me at six > What shall I remind you of?
        change the bed > All right, I'll remind you today at 6 PM: change the bed.""",
    "改时间不是要提醒的事": """
        设一个明天八点的提醒 > 要提醒你什么？
        不对，后天九点 > 要提醒你什么？
        交电费 > 好的，后天上午9点提醒你交电费。""",
    "除外的日子不是要提醒的事": """
        设一个每天八点的提醒 > 要提醒你什么？
        周日不用 > 要提醒你什么？
        吃药 > 好的，每天除周日外早上8点提醒你吃药。""",
    "一件事可以用把字句说": """
        设一个明天八点的提醒 > 要提醒你什么？
        把垃圾拿出去 > 好的，明天早上8点提醒你把垃圾拿出去。""",
    "the list that was spoken of is cleared": """
        add milk to the shopping list > I put milk on the shopping list.
        add essay and reading to my to-do list > I put essay and reading on the to-do list.
        what's on the list > On the to-do list: essay and reading.
        tick off the reading > I took reading off the to-do list.
        clear the list > The to-do list is empty now.
        what's on my shopping list > On the shopping list: milk.""",
    "what is bought is on the shopping list": """
        add milk to the shopping list > I put milk on the shopping list.
        add essay to my to-do list > I put essay on the to-do list.
        what do we need to buy > On the shopping list: milk.
        put bread on the shopping list > I put bread on the shopping list.""",
    "a thing asked about is put on": """
        is there any milk on the list? > Milk is not on the shopping list.
        put it on then > I put milk on the shopping list.
        add half a pound of mince and a tin of tomatoes > \
I put half a pound of mince and a tin of tomatoes on the shopping list.""",
    "the second of the alarms": """
        wake me at six tomorrow > Alarm set for tomorrow at 6 AM.
        wake me at seven on Monday > Alarm set for Monday at 7 AM.
        scrap the second one > The alarm on Monday at 7 AM is cancelled.""",
    "the last two of the alarms": """
        set alarms for 6, 6:10 and 6:20 tomorrow > Alarm set for tomorrow at 6 AM. \
Alarm set for tomorrow at 6:10 AM. Alarm set for tomorrow at 6:20 AM.
        get rid of the last two > 2 alarms are cancelled.
        what have I got set > You have one alarm: tomorrow at 6 AM.""",
    "all of the alarms off": """
        set alarms for 6 and 6:10 tomorrow > Alarm set for tomorrow at 6 AM. \
Alarm set for tomorrow at 6:10 AM.
        turn them all off > 2 alarms are cancelled.""",
    "a timer is changed and none is new": """
        set a timer for the roast for three quarters of an hour > Roast timer set for 45 minutes.
        knock ten minutes off the roast > The roast timer now has 35 minutes left.
        add a couple of minutes > The roast timer now has 37 minutes left.
        bring it forward a quarter of an hour > The roast timer now has 22 minutes left.""",
    "two timers": """
        two timers, five minutes for the tea and twenty for the cake > \
Tea timer set for 5 minutes. Cake timer set for 20 minutes.""",
    "an alarm is brought forward": """
        set an alarm for seven tomorrow > Alarm set for tomorrow at 7 AM.
        bring it forward a quarter of an hour > The alarm is now set for tomorrow at 6:45 AM.""",
    "another day keeps the hour": """
        set an alarm for ten to seven > Alarm set for today at 6:50 PM.
        I mean tomorrow morning > The alarm is now set for tomorrow at 6:50 AM.""",
    "what about another day is asked": """
        wake me tomorrow at half six > Alarm set for tomorrow at 6:30 AM.
        and what about Monday? > Do you want me to set an alarm?
        yes > Alarm set for Monday at 6:30 AM.
        how about eight? > The alarm is now set for Monday at 8 AM.""",
    "so long before what is on": """
        remind me to call Dad an hour before the film at eight > \
All right, I'll remind you today at 7 PM: call Dad.
        remind me ten minutes before the match, it kicks off at half seven > \
All right, I'll remind you today at 7:20 PM: match.""",
    "an evening that is on": """
        remind me about the parents' evening on Wednesday at six > \
All right, I'll remind you on Wednesday at 6 PM: the parents' evening.
        remind me to call mum on Friday evening at six > \
All right, I'll remind you on Friday at 6 PM: call mum.""",
    "the earliest alarm": """
        wake me at seven on Friday > Alarm set for Friday at 7 AM.
        when am I getting up on Friday? > You have one alarm: on Friday at 7 AM.
        what's the earliest one? > Your next alarm is on Friday at 7 AM.
        cancel Friday's > The alarm on Friday at 7 AM is cancelled.""",
    "minutes to the hour that was said": """
        wake me at six tomorrow > Alarm set for tomorrow at 6 AM.
        actually no, quarter to > The alarm is now set for tomorrow at 5:45 AM.""",
    "the same on the day after": """
        wake me at six tomorrow > Alarm set for tomorrow at 6 AM.
        same again the day after > Alarm set for Monday at 6 AM.""",
    "第二天也叫": """
        明天早上七点叫我 > 好的，明天早上7点的闹钟定好了。
        第二天也叫我 > 好的，后天早上7点的闹钟定好了。""",
    "one day is skipped": """
        wake me at six every weekday > Alarm set for every weekday at 6 AM.
        not this Friday though, I've got the day off > \
The alarm on Friday at 6 AM is skipped; the next one is on Monday at 6 AM.
        skip Tuesday's > The alarm on Tuesday at 6 AM is skipped; the next one is on Monday at 6 AM.""",
    "a bit earlier": """
        remind me to ring Bob on Wednesday at six > All right, I'll remind you on Wednesday at 6 PM: ring Bob.
        a bit earlier, half five > All right, I'll remind you on Wednesday at 5:30 PM instead: ring Bob.""",
    "who is got up is not got up in the afternoon": """
        get me up at ten past four > Alarm set for tomorrow at 4:10 AM.
        wake me at four > Alarm set to ring in 55 minutes.
        get me up at five in the afternoon > Alarm set for today at 5 PM.""",
    "in time is no hour": """
        get me up in time for church tomorrow > For what time?
        eight > Alarm set for tomorrow at 8 AM.""",
    "what is on is written down": """
        Hairdresser on the 14th at quarter past three, can you stick that in the diary > \
All right, I'll remind you on Sunday, December 14 at 3:15 PM: Hairdresser.
        make that the day after > \
All right, I'll remind you on Monday, December 15 at 3:15 PM instead: Hairdresser.
        I've got the optician's on Thursday at ten to eleven, put it in > \
All right, I'll remind you on Thursday at 10:50 AM: the optician's.
        they've rung, it's Friday now > \
All right, I'll remind you on Friday at 10:50 AM instead: the optician's.""",
    "one more that is on is offered": """
        and lunch with Sarah at one on Friday > Shall I remind you of lunch with Sarah on Friday at 1 PM?
        yes > All right, I'll remind you on Friday at 1 PM: lunch with Sarah.""",
    "two that are on, on the same day": """
        I need to phone the vet at ten tomorrow and pick up the parcel at three, remind me of both > \
All right, I'll remind you tomorrow at 10 AM: phone the vet. \
All right, I'll remind you tomorrow at 3 PM: pick up the parcel.""",
    "two times before what is to be done": """
        Remind me on Monday to buy stamps, and on Tuesday to post the letter > \
All right, I'll remind you on Monday at 9 AM: buy stamps. \
All right, I'll remind you on Tuesday at 9 AM: post the letter.""",
    "several things for a list and something else": """
        add nappies and wipes to the shopping and remind me to go at five > \
I put nappies and wipes on the shopping list. All right, I'll remind you today at 5 PM: go.
        make a packing list with socks, passport and charger > \
I put socks, passport and charger on the packing list.
        add a toothbrush to it > I put a toothbrush on the packing list.""",
    "what is turned off is no reminder": """
        remind me at six to watch tv > All right, I'll remind you today at 6 PM: watch tv.
        turn off the tv > The TV is already off.
        wake me at seven tomorrow > Alarm set for tomorrow at 7 AM.
        turn off the first one > The alarm tomorrow at 7 AM is cancelled.""",
    "what somebody is told is on no list": """
        put milk and bread on the shopping list > I put milk and bread on the shopping list.
        put that down, you'll break it > Tell me which device you mean.
        what's on the shopping list > On the shopping list: milk and bread.""",
    "a time may be softened": """
        remind me to feed the rabbit > When?
        six o'clock then > All right, I'll remind you today at 6 PM: feed the rabbit.""",
    "a story is not written down": """
        he told me on Monday at six, remind me > Sorry, I did not understand that.""",
    "the phone is found": """
        ring my phone > Your phone is ringing.
        found it, you can stop > Your phone is no longer ringing.""",
}


@pytest.mark.parametrize("dialogue", DIALOGUES.values(), ids=DIALOGUES.keys())
async def test_what_is_asked_and_changed(dialogue: str) -> None:
    await held(dialogue)
