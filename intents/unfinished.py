"""Words that cannot be the end of a request: somebody who pauses behind them is looking for the next."""

import re

_ENGLISH = re.compile(
    r"(?:\b(?:a|an|the|my|your|our|his|her|their|this|these|those|to|for|from|of|in|at|by|with|about|into|"
    r"and|or|but|then|also|because|that|which|if|when|until|between|plus|minus|times|than|"
    r"um+|uh+|er+|erm|hmm+|like|called|named|saying|is|are|please set|set|turn|put|add|remind me|"
    r"wake me|tell me|i want|i need|i would like|can you|could you|would you)|[,:;–—-]|\.\.\.|…)\s*$",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    r"(?:然后|还有|而且|或者|或|和|跟|与|以及|因为|所以|如果|但是|不过|比如|叫做|"
    r"把|给|让|帮我|请|麻烦你?|我想要?|我要|提醒我|叫我|设一?个|定一?个|放一?首|加一?个|"
    r"那个|这个|就是|嗯+|呃+|额|啊这|到|从|在|用|对|再|一个|第|[，、：；—]|…|\.\.\.)\s*$"
)
_VERBS = "开关调设锁拉放停亮暗换取加删改变升降打收擦洗扫拖播切转提推移记念读发给"
_OBJECT_ALONE = re.compile(f"(?:把|将)(?:(?![{_VERBS}]).)*$")
"""What is to be done something to, and not yet what."""


def is_unfinished(text: str, language: str) -> bool:
    """Whether more must follow; False where nothing is known of the language."""
    said = text.strip().rstrip("。.") if not text.rstrip().endswith(("...", "…")) else text.strip()
    pattern = {"en": _ENGLISH, "zh": _CHINESE}.get(language)
    if language == "zh" and _OBJECT_ALONE.search(said):
        return True
    return bool(said and pattern and pattern.search(said))
