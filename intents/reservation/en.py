"""The words by which English takes back, limits, puts off or only reports an order."""

import re

_NOT = (
    r"(?:do ?n['’]?t|do not|never|need ?n['’]?t|need not|should ?n['’]?t|should not|must ?n['’]?t|must not|"
    r"did ?n['’]?t|did not|not to|no need to|no need for you to|rather not|instead of|without|stop|quit)"
)
_BETWEEN = (
    r"(?:(?:you )?(?:ever|dare|please|just|accidentally|really|even|want|need|like|ask|tell|said?|you|him|"
    r"her|me|us|to)\s+)*"
)
_DEED = (
    r"(?:turn|switch|shut|put|open|clos|lock|unlock|start|dim|set|play|rais|lower|activat|mak|chang|touch|run|"
    r"kill|power|draw|pull|call|mov|add|remov|delet|cancel|clear|send|wak|snooz|increas|decreas|light)\w*"
)
_AS_IT_IS = r"(?:alone|as (?:it|they) (?:is|are)|the way (?:it|they) (?:is|are))"
_WAY_IT_IS = (
    r"\b(?:on|off|open|closed|shut|drawn|locked|unlocked|running|down|up|warm|cool|cold|dark|bright|low|"
    r"high|dim)\b"
)
_LEFT = (
    rf"^(?:[\w']+[, ]+){{0,3}}?(?:leave|keep) (?!.*{_WAY_IT_IS})(?:the|my|our|his|her|that|this) "
    r"\w+(?: \w+)?(?:,? (?:please|then|though|for now))?$"
)
"""Leave the lamp: what it is to stay like is not said, so nothing is to be done."""
_DENIED = re.compile(
    rf"\b{_NOT}\s+(?!(?:you|we) ){_BETWEEN}{_DEED}\b|\b(?:leave|keep)\b.*\b{_AS_IT_IS}\b|"
    rf"{_LEFT}|\b(?:can|could|would|will) you (?:please )?not (?:please )?{_DEED}\b|"
    r"^(?:no|not)\b(?! (?:bright|dark|warm|cold|loud|enough|more|so)\b)[, ]+(?:the|my)\b",
    re.IGNORECASE,
)
_ENDING = re.compile(r"\bstop (?!(?:turn|switch|open|clos|lock|unlock|dim|chang)ing\b)", re.IGNORECASE)
"""To stop music or a reminder is an order; only what nobody does twice is denied by it."""
SPARED = re.compile(
    r"\b(?:do ?n['’]?t|do not|never|not)\s+(?:\w+ ){0,2}?"
    r"(?:cancel|delete|remove|clear|stop|pause|mute|silence)\w*",
    re.IGNORECASE,
)
"""What is to go on, or to stay."""
EXCEPTED = re.compile(
    r"\b(?:except|excepting|excluding|apart from|other than|aside from|save for|"
    r"(?:all|every\w*|any\w*)\b.{0,24}\bbut|but (?:not|leave|keep)|"
    r"the (?:others|rest(?! of)|other (?:\w+ )?\w+s))\b|"
    r"^(?:just|only) the \w+(?: \w+)?(?: please)?$|^(?:the|my|our) [\w ]{2,20} can stay\b",
    re.IGNORECASE,
)
_POLITE_IF = (
    r"(?:you (?:can|could|would|please|want|like|do ?n['’]?t|do not|have)|possible|it['’]?s (?:ok|not)|"
    r"necessary|i may)"
)
_SOMEONE = "(?:i|we|you|the|it|he|she|they|my|everyone|everybody)"
CONDITIONAL = re.compile(
    rf"\b(?:if(?! {_POLITE_IF})|unless|whenever|when(?! you (?:can|get|have))|as soon as|"
    rf"once(?= {_SOMEONE}\b)|until|till|in case|"
    r"(?:after|before) (?:i|we|you|they|he|she) (?:\w+ )?(?:leaves?|goe?s?|gets?|comes?|arrives?|am|is))\b|"
    r"\bor (?:the|your|my|our|i['’]ll|it['’]s) (?:[\w ]+ )?(?:goes|will|is going|are going|turn|switch)\b",
    re.IGNORECASE,
)
_DID = "(?:turned|switched|opened|closed|shut|locked|unlocked|dimmed|started|stopped|said not|never said)"
_DOES = (
    r"(?:told|tells?|said|says?|asked|asks?|turn(?:ed|s)|switch(?:ed|es)|opened|opens|closed|closes|wants?|"
    r"wanted|always|never|used to)"
)
_SOMEBODY = (
    r"(?:he|she|they|it|somebody|someone|nobody|everybody|people|"
    r"(?:my|the|our|his|her) (?!light|lamp|fan|door|music|volume|tv|room)\w+)"
)
_STATE = (
    r"(?:still |already |always |just )?"
    r"(?:on|off|open|closed|shut|locked|flickering|humming|buzzing|leaking|stuck|dripping)"
)
"""How a thing is said to be, by somebody who asks for nothing."""
TOLD = re.compile(
    r"^(?:(?:and|so|but|well|yeah|because|actually)[, ]+)*(?:"
    rf"i(?: have| had|['’]ve|['’]d)?(?: just| already| never| only)* {_DID}\b|"
    r"i never (?:said|asked|told|wanted)\b|i would (?:like to )?have\b|"
    r"i (?:was|were|am|['’]m) (?:going|about|trying|thinking) (?:to|of)\b|"
    r"i (?:do )?wish (?:some(?:body|one)|any(?:body|one)|people|he|she|they|(?:my|our|the) \w+) would\b|"
    r"tell (?!me\b|us\b)(?:(?:my|our|the) )?\w+ (?:that )?(?:the|my|our|his|her|all)\b [\w' ]{2,40}? "
    rf"(?:is|are|was|were) {_STATE}$|"
    rf"{_SOMEBODY}(?: \w+)? {_DOES}\b|"
    rf"(?:then )?(?!(?:i|have|get|want|need|keep|leave|make|be|been|please)\b)[a-z]+ {_DID} "
    r"(?:(?:on|off|up|down) )?(?:the|my|our|his|her|all|it|them|every\w*)\b|"
    r"(?:who|\w+)(?:['’]s| has| have|['’]ve)? left (?:the|my|our|all) [\w' ]{2,40}? "
    r"(?:on|open|off|unlocked|running)(?: again| all (?:day|night))?$|"
    rf"(?:the|all|half|most|both|our|those|these) [\w' ]{{2,40}}? (?:is|are|was|were) {_STATE}$)|"
    r"\b(?:is|are|was|were) on (?:its|his|her|their) (?:last|own|way)\b|"
    r"\w[, ]+(?:or )?no[, ]+(?:wait[, ]+)?(?:make (?:it|that)|i mean|let['’]s)\b|"
    r"\bsee (?:a|any|no|the) (?:way|point|reason|future|sense|end)\b|"
    r"\bkeeps? (?:me|us|him|her|them) \w+|\byour (?:books?|eyes|mouth|hands?)\b|\b(?:to|at|on) page \w+|"
    r"\bput (?:down |away )?(?:your|his|her|that|the) phone(?: (?:down|away))?\b|"
    r"\b(?:playing|busy) (?:on|with) (?:his|her|your|their|the) phone\b|\bpower (?:went|was|is) out\b|"
    r"\b(?:buy|purchase|repair|fix|mend|an? new|broken?|damaged|(?:does ?n['’]?t|not) work(?:ing)?|on fire|"
    r"stuck|jammed|blocked|leaking|won['’]?t (?!you\b)\w+|"
    r"ugly|expensive)\b",
    re.IGNORECASE,
)
_HOUR = (
    r"(?:half past |quarter (?:past|to) )?(?:\d{1,2}(?:[:.]\d\d)?|one|two|three|four|five|six|seven|eight|"
    r"nine|ten|eleven|twelve|noon|midnight|midday)(?! ?(?:%|percent|per cent|degrees?)|\d)\b"
)
_DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_SPAN = r"(?:(?:an?|half an?|\d+|\w+) )(?:seconds?|minutes?|mins?|hours?)"
LATER = re.compile(
    rf"\b(?:at|by|around|after|before|from) (?:about )?{_HOUR}|\b\d{{1,2}} ?[ap]\.?m\b|\bo['’]?clock\b|"
    rf"\b(?:tomorrow|later|daily|nightly|weekly|hourly)\b|\b(?:next|on|this|every|each) {_DAY}\b|"
    r"\b(?:every|each) (?:day|night|morning|afternoon|evening|week|hour)\b|"
    r"\bin the (?:morning|afternoon|evening)\b|\bin a (?:bit|while)\b|"
    rf"\b(?:in|for|after) (?:about |the next )?{_SPAN}\b|"
    r"\b(?:at|after|before|by|until) (?:sun(?:set|rise|down|up)|dusk|dawn|dark|nightfall|night|bedtime)\b",
    re.IGNORECASE,
)
"""A time that is not now, or for how long."""


def denies(text: str) -> bool:
    """Whether the words say not to."""
    return bool(_DENIED.search(_ENDING.sub("", text)))
