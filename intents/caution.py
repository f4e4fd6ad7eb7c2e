"""Talk in which a wrong answer could hurt somebody: they are sent to those who know, and no model is asked.

The models that fit a home said that dogs may eat grapes and babies honey.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from intents.vocabulary import Intent


class Peril(StrEnum):
    """What is at stake."""

    DESPAIR = "despair"
    EMERGENCY = "emergency"
    HARM = "harm"


_MAY = (
    r"(?:can|could|may|should|shall|is it (?:ok(?:ay)?|safe|all ?right|fine|bad)|"
    r"are|is|will|does|do|how (?:much|many|often))"
)
_FRAIL = (
    r"(?:dog|puppy|cat|kitten|rabbit|hamster|guinea pig|parrot|budgie|horse|pet|baby|infant|newborn|"
    r"toddler)s?|"
    "babies|puppies|pregnant|breast ?feeding"
)
_TAKEN = r"(?:eat|eats|drink|drinks|have|give|given|feed|fed|swallow|chew|lick|take|safe|bad|poisonous|toxic)"
_MEDICINE = (
    r"aspirin|ibuprofen|paracetamol|tylenol|antibiotics?|painkillers?|medicines?|medications?|pills|tablets|"
    r"dose|dosage|insulin|sleeping pills?|antidepressants?|cough syrup"
)
_CAUSTIC = r"bleach|ammonia|drain cleaner|toilet cleaner|hydrogen peroxide"
_ENGLISH: Mapping[Peril, str] = {
    Peril.DESPAIR: (
        r"\b(?:i|i['’]m|i am)\b.{0,20}\b(?:(?:want|wish|going|plan)(?:ed|ing)? to (?:die|be dead|"
        r"kill myself|end (?:it all|my life)|hurt myself|harm myself)|suicidal|kill myself|"
        r"(?:do not|don['’]t) want to live)\b"
    ),
    Peril.EMERGENCY: (
        r"^(?!(?:what(?:['’]s| is| are| does| do| causes)|who|which|when|tell me (?:about|what)|define|"
        r"explain|play|remind)\b)"
        r"(?=.*\b(?:chest pains?|chest hurts|"
        r"(?:can['’]?t|cannot|can not|not|stopped) (?:breathe|breathing)|"
        r"unconscious|passed out|collapsed|is choking|having a (?:heart attack|stroke|seizure)|overdosed?|"
        r"been poisoned|bleeding (?:badly|heavily|a lot)|electrocuted|(?:smell|smells of) gas|gas leak|"
        rf"(?:swallowed|drank|ate) (?:an?|the|some|my|his|her)? ?(?:battery|magnets?|{_MEDICINE}|{_CAUSTIC}|"
        r"detergent))\b)"
    ),
    Peril.HARM: (
        rf"^(?!(?:can|could|will|would) you\b).*(?:\b{_MAY}\b.*\b(?:{_FRAIL})\b.*\b{_TAKEN}\b|"
        rf"\b{_MAY}\b.*\b{_TAKEN}\b.*\b(?:{_FRAIL})\b)|"
        rf"\b(?:{_MAY}|if)\b.*\b(?:{_MEDICINE})\b|"
        rf"\b(?:mix|mixing|combine|together|with)\b.*\b(?:{_CAUSTIC})\b|"
        rf"\b(?:{_CAUSTIC})\b.*\b(?:mix|mixed|combine|together|with)\b|"
        r"\b(?:is|are)\b.*\b(?:mushrooms?|berries|plants?|leaves)\b.*\b(?:safe|poisonous|toxic|edible)\b|"
        r"\b(?:is|are)\b.*\b(?:safe|poisonous|toxic) (?:to|for)\b|"
        r"\b(?:dog|cat|puppy|kitten|rabbit|baby|toddler) (?:just )?(?:ate|has eaten|swallowed|drank|licked) "
        r"(?:an?|some|the|my)? ?(?:chocolate|grapes?|raisins?|onions?|lil(?:y|ies)|xylitol|garlic|"
        r"batter(?:y|ies))"
    ),
}
_DRUG = "药(?!店|房|箱)|阿司匹林|布洛芬|对乙酰|头孢|阿莫西林|抗生素|感冒灵|胰岛素"
_CHINESE: Mapping[Peril, str] = {
    Peril.DESPAIR: (
        "不想活[了着下]|[想要]自杀|活不下去|想结束生命|^我(?:真的?|好|就|只)?想死(?!你|他|她|[^了吧啊。]+)"
    ),
    Peril.EMERGENCY: (
        "^(?!(?:什么|啥|为什么|播放|放|提醒).*)(?!.*是(?:什么|啥|怎么回事)).*(?:"
        "胸口?(?:好|很|特别)?[疼痛]|喘不[上过]来?气|呼吸困难|没有?呼吸|昏迷|晕倒了|昏过去|不省人事|"
        "(?:食物|煤气|药物)?中毒了|误[食服]了?|煤气漏|漏煤气|燃气泄漏|大出血|血止不住|"
        "触电了|溺水了|噎住了|心脏病发|中风了|"
        "(?:喝|吃|吞)了(?:个|一?[颗节]|点|半瓶|一瓶)?(?:电池|磁铁|安眠药|农药|消毒液|洁厕[灵液]|洗衣液))"
    ),
    Peril.HARM: (
        "(?:狗|猫|兔子?|仓鼠|鹦鹉|宠物|宝宝|婴儿|小孩子?|孩子|孕妇|怀孕|哺乳)[^。]*(?:能|可以|可否|该)[^。]*"
        "[吃喝用喂碰闻](?!饭|早|午|晚)|"
        "(?:能不能|可不可以|能|可以)给?(?:狗|猫|宠物|宝宝|婴儿|孩子)[^。]*[吃喝用喂]|"
        f"(?:{_DRUG})[^。]*(?:能|可以|几[片粒颗]|多少|一起|同时|剂量|怎么吃|过量)|(?:能|可以|应该)[^。]*(?:{_DRUG})|"
        "(?:蘑菇|菌子|野菜|野果|河豚|发芽|发霉|变质|过期|生的)[^。]*(?:能|可以|敢)[^。]*[吃喝]|"
        "有(?:没有)?毒(?:吗|么|不|呢)?[？?]?$|"
        "(?:84|八四|消毒液|漂白[剂水]|洁厕[灵液剂]|氨水)[^。]*(?:混|一起|兑|掺)"
    ),
}
_FORMS: Mapping[str, Mapping[Peril, re.Pattern[str]]] = {
    language: {peril: re.compile(form, re.IGNORECASE) for peril, form in forms.items()}
    for language, forms in (("en", _ENGLISH), ("zh", _CHINESE))
}


def caution(text: str, language: str) -> Intent | None:
    """What is told instead of a free answer, the gravest first; None where any answer will do."""
    for peril, form in _FORMS.get(language, {}).items():
        if form.search(text):
            return Intent("HassRespond", response=peril.value)
    return None
