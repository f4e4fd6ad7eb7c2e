"""Conversations as a family would hold them in English: cooking, bed time, the car, the television."""

import pytest

from tests.assistant.talking import held, talking

TALKS: dict[str, str] = {
    "two orders, and the second waits": """
        turn on the light and then in five minutes turn it off > The living room lights are on. \
All right, in 5 minutes: turn the living room lights off.""",
    "on for a while, then off": """
        turn the fan on for an hour and then off again > The study fan is on. \
All right, in 1 hour: turn the fan off.""",
    "what waits is spoken of too": """
        set the heating to 21 at six > All right, today at 6 PM: set the heating to 21.
        and turn it off at eleven > All right, today at 11 PM: turn the air conditioner off.""",
    "half six is half past six": """
        wake me up at half six tomorrow > Alarm set for tomorrow at 6:30 AM.
        actually make it seven > The alarm is now set for tomorrow at 7 AM.
        and on sunday at nine > Alarm set for tomorrow at 9 AM.""",
    "several things in the kitchen": """
        set a timer for the eggs, six minutes > Eggs timer set for 6 minutes.
        and one for the pasta, eleven minutes > Pasta timer set for 11 minutes.
        how long's left on the eggs > The eggs timer has 6 minutes left.
        and another for five > Timer set for 5 minutes.""",
    "things to buy": """
        we're out of milk > I put milk on the shopping list.
        and get some eggs too > I put eggs on the shopping list.""",
    "the phone, then the car": """
        where's my phone > Your phone is ringing.
        how much charge has it got > Your phone battery is at 64%.
        and the car > The car battery is at 72%.
        is it charging > The car is not charging.
        start charging it > The car is charging.
        how far can it go > The car's range is 310 kilometres.
        is it locked > Yes, the car is locked.""",
    "values alone are about what was spoken of": """
        turn on the bedside lamp > The bedside lamp is on.
        very dim > The bedside lamp is at 10%.
        red > The bedside lamp is red.
        back to white > The bedside lamp is white.
        off in 15 minutes > All right, in 15 minutes: turn the bedside lamp off.""",
    "what runs faster is the fan": """
        turn the fan on > The study fan is on.
        full speed > The study fan is at 100%.
        slower > The study fan is at 80%.
        a bit more > The study fan is at 60%.""",
    "not that much": """
        dim the light to 30% > The living room lights are at 30%.
        not that much > The living room lights are at 50%.""",
    "too loud is the television that was turned up": """
        turn on the TV > The TV is on.
        turn it up > The TV volume is at 40%.
        too loud > The TV volume is at 30%.""",
    "the car is warmed to what is said next": """
        warm up the car > The car climate is on.
        to 22 > The car climate is set to 22 degrees.""",
    "whether a deed was done": """
        did you lock the door > Yes, the front door is locked.
        have you closed the garage > Yes, the garage door is closed.
        did I turn off the oven > Yes, the oven is off.
        is anything still on > No, none of the 17 devices is on.""",
    "a reason beside the order": """
        the kids are asleep, turn the music down > The speaker volume is at 30%.
        a little more > The speaker volume is at 20%.
        turn on the light because I can't see anything > The living room lights are on.
        I'm cold, turn the heating up > The air conditioner is set to 26 degrees.""",
    "channels are understood": """
        switch to channel 5 > I can't change channels or inputs yet.
        change to HDMI 2 > I can't change channels or inputs yet.
        go to BBC One > I can't change channels or inputs yet.
        换到五频道 > 我还不会换台，也切换不了信号源。
        我要看湖南卫视 > 我还不会换台，也切换不了信号源。""",
    "it is played again": """
        play the beatles > No music source is connected yet, so I can't play the beatles.
        who is this > No music source is connected yet.
        play it again > No music source is connected yet, so I can't play the beatles.""",
    "the list that was spoken of": """
        what's on the to do list > The to-do list is empty.
        add call the plumber > I put call the plumber on the to-do list.
        add buy stamps > I put buy stamps on the to-do list.
        take off buy stamps > I took buy stamps off the to-do list.
        what else is on it > On the to-do list: call the plumber.
        clear it > The to-do list is empty now.""",
    "what was got is off the list": """
        add milk and bread to the shopping list > I put milk and bread on the shopping list.
        I got the milk > I took milk off the shopping list.
        what's left on it > On the shopping list: bread.""",
    "on for five minutes, no, ten": """
        turn on the hallway light for five minutes > The hallway light is on. \
All right, in 5 minutes: turn off the hallway light.
        make that ten > The hallway light is off. The order to turn off the hallway light is cancelled. \
The hallway light is on. All right, in 10 minutes: turn off the hallway light.""",
    "sums and measures go on": """
        what's twelve times eight > That is 96.
        divided by four > That is 24.
        plus six > That is 30.
        what's 10 miles in kilometers > 10 miles are 16.09 kilometres.
        and 20 > 20 miles are 32.19 kilometres.
        how many ounces in a pound > 1 pound is 16 ounces.
        how many grams is that > 1 pound is 453.59 grams.""",
    "too is no two": """
        dim the living room lights to 40 percent > The living room lights are at 40%.
        kitchen too > The kitchen light is at 40%.
        and the study at 70 > The study light is at 70%.""",
    "the lamp is what is called a lamp": """
        turn on the lamp > The floor lamp is on.
        put the lights on in the kitchen and the living room > The kitchen light is on. \
The living room lights are on.
        turn on the night light > I don't know anything called night light.
        put the kettle on > I don't know anything called kettle.""",
    "another of its kind": """
        set an alarm for 6 am > Alarm set for tomorrow at 6 AM.
        delete that > The alarm tomorrow at 6 AM is cancelled.
        set one for 7 am instead > Alarm set for tomorrow at 7 AM.""",
    "what is not known cannot wait": """
        play bedtime music > No music source is connected yet, so I can't play bedtime music.
        turn it off in half an hour > Tell me which device you mean.""",
    "the time here and there": """
        what's the time > It's 3:05 PM.
        and in new york > It's 10:05 AM in New York.
        what about tokyo > It's 12:05 AM in Tokyo, tomorrow.""",
    "degrees up": """
        set the thermostat to twenty one > The air conditioner is set to 21 degrees.
        up two degrees > The air conditioner is set to 23 degrees.
        too much > The air conditioner is set to 21 degrees.""",
    "the one in the kitchen is no percent": """
        turn off the light in the hall and the one in the kitchen > The hallway light is already off. \
The kitchen light is already off.""",
    "blinds may be curtains, and no lamps": """
        close the blinds in the bedroom > The bedroom curtains are already closed.
        and in the living room > The living room curtains are closed.""",
    "brighter is no warmer": """
        set the air conditioner to 22 degrees > The air conditioner is set to 22 degrees.
        warmer > The air conditioner is set to 23 degrees.
        and brighter > The living room light is at 100%. The floor lamp is at 70%.""",
    "the volume is that of the television": """
        turn on the tv and set the volume to 15 > The TV is on. The TV volume is at 15%.
        now mute it > The TV is muted.
        set the volume to 20 > The TV volume is at 20%.""",
    "some of it": """
        is there any milk on the list > Milk is not on the shopping list.
        add some > I put milk on the shopping list.
        and cheese, and ham > I put cheese and ham on the shopping list.""",
    "what to be reminded of, when asked for when": """
        set a reminder > When?
        call the dentist > When?
        tomorrow at nine > All right, I'll remind you tomorrow at 9 AM: call the dentist.""",
    "the other room's as well": """
        turn on the bedroom light > The bedroom light is on.
        turn on the bathroom one as well > The bathroom light is on.
        now turn both off > The bathroom light is off. The bedroom light is off.""",
    "what is stuck is not started": """
        the vacuum is stuck > Sorry, I did not understand that.
        unlock the back door > I don't know anything called back door.""",
    "loudness alone": """
        set the volume to 20 > The speaker volume is at 20%.
        max > The speaker volume is at 100%.
        back to 20 > The speaker volume is at 20%.""",
    "times elsewhere, and till a day": """
        is the time different in moscow > Moscow is 3 hours ahead.
        what is the time for the eastern time zone > It's 10:05 AM in Eastern time.
        how many days till christmas > 33 days.""",
}


@pytest.mark.parametrize("talk", TALKS.values(), ids=TALKS)
async def test_a_family_is_understood(talk: str) -> None:
    await held(talk)


@pytest.mark.parametrize(
    "text",
    [
        "my husband said turn off the lights",
        "I was going to bed, turn off the lights",
        "if it's dark, turn on the light",
        "it's dark, don't turn on the light",
    ],
)
async def test_a_reason_that_takes_the_order_back_does_nothing(text: str) -> None:
    async with talking() as talk:
        await talk.say("turn on the kitchen light")
        before = talk.on()
        await talk.say(text)
        assert talk.on() == before
