"""What an assistant says at length: not what it tells in `stories`, which measures."""

from collections.abc import Mapping, Sequence

TALK: Mapping[str, Sequence[str]] = {
    "en": (
        "Tomorrow will be mostly cloudy, with a high of fourteen degrees and a light wind from the west. In "
        "the afternoon there is a small chance of showers, so you may want to take a coat to the shop.",
        "You have three timers. The pasta timer has four minutes left, the laundry timer has half an hour "
        "left, and the tea timer is over. Your next alarm is set for six forty five on Thursday.",
        "A volcano is a place where melted rock from deep below comes up to the top of the ground. Some are "
        "asleep for thousands of years. Others smoke a little every day, and people live on their slopes.",
        "To make pancakes you need two eggs, a cup of flour, a cup of milk and a pinch of salt. Stir it "
        "all until it is smooth, let it stand for ten minutes, and bake it step by step in a hot pan.",
        "The moon is about three hundred and eighty thousand kilometres away. Light takes a little more than "
        "one second to get here, but a car that never rests would have to drive for almost half a year.",
        "Here is the news that you asked for. The city opens a new library next to the station on Saturday. "
        "There will be music, cakes, and a talk by the architect, who grew up just around the corner.",
        "Your shopping list has bread, tomatoes, olive oil, rice, a box of matches and soap. Last week you "
        "also bought apples and yoghurt; shall I put them on the list again, or will you look at the store?",
        "The heating in the bedroom is at nineteen degrees and the window is closed. The lights downstairs "
        "are off, except for the small lamp on the desk, which I can switch off at midnight if you like.",
        "In chess, the queen moves as far as she likes in any direction, but she cannot jump. The knight "
        "can. That is why the first steps of a game are often made by the pawns and by the two quick horses.",
        "Long ago, sailors found their way by the stars. They measured how high the pole star stood above "
        "the sea, and from that they knew how far north they were. For east and west they needed clocks.",
        "The quickest way to the airport is by train. It leaves at ten past nine from platform four, takes "
        "twenty six minutes, and costs eleven pounds. There is a bus as well, but it takes nearly an hour.",
        "Bees dance to tell each other where the flowers are. The angle of the dance shows the direction, "
        "and how long she waggles shows how far it is. The others smell the pollen and set off at once.",
        "Of course. A short list of good films for a rainy evening: an old comedy about two musicians on the "
        "run, a quiet one about a postman and a poet, and a cartoon about a robot who collects plants.",
        "The doctor wrote that you should drink enough water, take the white pills after breakfast, and rest "
        "as much as you can. If the cough is not better by Tuesday, call the office and ask for Miss Potter.",
    ),
    "zh": (
        "明天白天多云，最高气温十四度，西风二到三级。下午可能有小雨，出门最好带一把伞，晚上会慢慢转晴，适合散步。",
        "您现在有三个计时器，煮面的还剩四分钟，洗衣服的还剩半个小时，泡茶的已经到了。明天早上六点四十五分有一个闹钟。",
        "火山是地下的岩浆冒出来的地方。有的火山睡了几千年，有的每天都冒一点烟。火山灰让土地很肥，所以很多人还是住在山坡上。",
        "做西红柿炒鸡蛋，先把三个鸡蛋打散，加一点盐。油热了以后把鸡蛋倒进去，炒到刚刚凝固就盛出来，再炒西红柿，最后放在一起。",
        "月亮离我们大约三十八万公里，光走过来只要一秒多。如果开汽车去，一天二十四小时都在路上，也要走将近半年的时间。",
        "这是您要听的新闻。市里的新图书馆星期六开门，就在火车站旁边。当天有音乐会，也有讲座，请大家早一点到，座位不多。",
        "购物清单上有面包、西红柿、橄榄油、大米和香皂。上个星期您还买了苹果和酸奶，要不要再加上去？也可以请人送到家里。",
        "卧室的暖气是十九度，窗户关着。楼下的灯都关了，只有书桌上的小台灯还亮着。要是您愿意，我可以在十二点把它关掉。",
        "下象棋的时候，马走日字，象走田字，车走直线，炮要隔一个子才能打。刚开始学的人，常常忘了马的腿是会被别住的。",
        "很久以前，水手靠星星认路。他们量一量北极星有多高，就知道自己在多北的地方。东西方向要靠很准的钟，那是后来才有的。",
        "去机场最快的是坐地铁，九点十分有一班，路上二十六分钟，票价十一块钱。也有大巴，不过差不多要走一个小时，还可能堵车。",
        "蜜蜂用跳舞告诉同伴花在哪里。跳舞的角度说的是方向，摇摆的时间说的是远近。别的蜜蜂闻一闻花粉的香味，马上就出发了。",
        "好的，下雨天晚上可以看这几部电影：一部是两个乐手逃跑的老喜剧，一部讲邮递员和诗人，还有一部是机器人收集植物的动画片。",
        "医生说要多喝水，白色的药片早饭以后吃，尽量多休息。如果到星期二咳嗽还没有好，就给诊所打电话，找张大夫再看一看。",
    ),
}
"""Words that sound like those of stopping are in it on purpose."""
