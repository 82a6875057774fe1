<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AnswerColumn</name>
    <message>
        <source>Not in the mood that the citizen is in</source>
        <translation>以对方现在的心情，还走不到这一步</translation>
    </message>
    <message>
        <source>Something said or done before is in the way</source>
        <translation>受前面说过或做过的事影响，现在用不了</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>A critical rule was broken, so this attempt is not passed, whatever the score.</source>
        <translation>违反了关键规则，所以这次不算通过，与分数高低无关。</translation>
    </message>
    <message>
        <source>%1 of the %2 points this encounter offers were earned; a score of %3 passes.</source>
        <translation>这个情景最多 %2 点，这次得到 %1 点；得分到 %3 就算通过。</translation>
    </message>
    <message>
        <source>%1 of the %2 points this encounter offers were earned; it takes a score of %3 to pass.</source>
        <translation>这个情景最多 %2 点，这次得到 %1 点；得分要到 %3 才算通过。</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Were the rules kept?</source>
        <translation>规则守住了吗？</translation>
    </message>
    <message>
        <source>%1: passed</source>
        <translation>%1 分，通过</translation>
    </message>
    <message>
        <source>%1: not passed</source>
        <translation>%1 分，未通过</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>Proactive</source>
        <translation>主动</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>感动</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>还没有踏上第一级</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>境界</translation>
    </message>
    <message>
        <source>How far did it go?</source>
        <translation>走到了哪一步？</translation>
    </message>
    <message>
        <source>The first step is a passed attempt; the others stand on it.</source>
        <translation>第一级是通过；后面两级都站在它上面。</translation>
    </message>
    <message>
        <source>Passed. The next step takes %1 rules beyond the basics; here %2 was kept.</source>
        <translation>已通过。再上一级，要做到 %1 条基本要求以外的规则；这次做到 %2 条。</translation>
    </message>
    <message>
        <source>a need met that was not spoken</source>
        <translation>满足一个没说出口的需要</translation>
    </message>
    <message>
        <source>a rule of moving service kept</source>
        <translation>做到一条感动服务的规则</translation>
    </message>
    <message>
        <source>the business settled</source>
        <translation>把事情办妥</translation>
    </message>
    <message>
        <source>Things were done before they were asked for. For the next step one finds missing: %1.</source>
        <translation>没等开口，就把事情做在了前面。离最上一级还差：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between missing things</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>A need met that was not spoken, a rule of moving service kept, and the business settled.</source>
        <translation>满足了没说出口的需要，做到了感动服务的规则，事情也办妥了。</translation>
    </message>
    <message>
        <source>%1 leaves with a mood of %2 out of 100.</source>
        <translation>%1离开时的心情是 %2（满格 100）。</translation>
    </message>
    <message>
        <source>The mood at the end, %2 out of 100, would have been %3 stars; the way it ended allows %4.</source>
        <translation>最后的心情是 %2（满格 100），单看心情可评 %3 星；可这样收场，最多 %4 星。</translation>
    </message>
    <message>
        <source>Very dissatisfied</source>
        <translation>非常不满意</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Fairly satisfied</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>非常满意</translation>
    </message>
    <message>
        <source>Citizen&apos;s rating</source>
        <translation>群众评价</translation>
    </message>
    <message>
        <source>How did they feel?</source>
        <translation>群众心里怎么想？</translation>
    </message>
    <message>
        <source>%1 of 5: %2</source>
        <translation>%1 星，%2</translation>
    </message>
</context>
<context>
    <name>Article</name>
    <message>
        <source>Debrief</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>回到情景库</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>考试</translation>
    </message>
    <message>
        <source>This attempt was played on an older text of the scenario. It is shown as it was then.</source>
        <translation>这次练习用的是情景的旧文本，这里照当时的样子呈现。</translation>
    </message>
    <message>
        <source>What %1 tells a neighbour</source>
        <translation>%1回头跟邻居这样说</translation>
    </message>
    <message>
        <source>How the mood went</source>
        <translation>心情的起落</translation>
    </message>
    <message>
        <source>On arrival: mood %1</source>
        <translation>刚来时：心情 %1</translation>
    </message>
    <message>
        <source>Turn %1: mood %2</source>
        <translation>第 %1 轮：心情 %2</translation>
    </message>
    <message>
        <source>, a rule was broken</source>
        <translation>，违反了规则</translation>
    </message>
    <message>
        <source>, the moment you named</source>
        <translation>，您选的关键一刻</translation>
    </message>
    <message>
        <source>Critical rules broken</source>
        <translation>违反的关键规则</translation>
    </message>
    <message>
        <source>(turn %1)</source>
        <translation>（第 %1 轮）</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between numbers of turns</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>满足了</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>没看到</translation>
    </message>
    <message>
        <source>What %1 did not ask for</source>
        <translation>%1没有开口的需要</translation>
    </message>
    <message>
        <source>The conversation</source>
        <translation>这一场对话</translation>
    </message>
    <message>
        <source>Up and Down walk the turns; Enter unfolds a better option, W asks what if.</source>
        <translation>上下键逐轮看；回车打开更好的选项，W 键看“如果当时”。</translation>
    </message>
    <message>
        <source>You left open which moment mattered most. Does one stand out now?</source>
        <translation>哪一刻最关键，您当时没有选。现在再看，有哪一刻不一样吗？</translation>
    </message>
    <message>
        <source>The moment that mattered most to you was turn %1: “%2”</source>
        <translation>您选的关键一刻是第 %1 轮：“%2”</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Everywhere</source>
        <translation>各个环节</translation>
    </message>
</context>
<context>
    <name>AttemptSection</name>
    <message>
        <source>Attempts</source>
        <translation>练习记录</translation>
    </message>
    <message>
        <source>None is finished yet.</source>
        <translation>还没有练完的。</translation>
    </message>
    <message>
        <source>Finished since %3: %1, at %2 different encounters.</source>
        <translation>从%3起练完 %1 次，练过 %2 个不同的情景。</translation>
    </message>
    <message>
        <source>Show older ones (%1 more)</source>
        <translation>显示更早的（还有 %1 次）</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Score %1 · %2 · rating %3 of 5</source>
        <translation>得分 %1 · %2 · 好差评 %3/5</translation>
    </message>
</context>
<context>
    <name>AuthoringRoom</name>
    <message>
        <source>Let the draft of “%1” go? It cannot be had back.</source>
        <translation>不要“%1”的草稿了吗？之后就找不回来了。</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>不要了</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>留着</translation>
    </message>
</context>
<context>
    <name>BadgeSection</name>
    <message>
        <source>For conduct, not for hours: each is earned when the rules behind it are mastered, and then it stays.</source>
        <translation>看言行，不看时长：背后的规则都掌握了就得到，得到了就一直在。</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>徽章</translation>
    </message>
    <message>
        <source>Earned %1</source>
        <translation>%1获得</translation>
    </message>
    <message>
        <source>%1 of %2 clean keeps</source>
        <translation>完整做到 %1/%2 次</translation>
    </message>
</context>
<context>
    <name>BeatOrder</name>
    <message>
        <source>The order of beats in a complaint</source>
        <translation>处理投诉的先后</translation>
    </message>
    <message>
        <source>As the trade has it</source>
        <translation>行里的顺序</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>这一次的顺序</translation>
    </message>
    <message>
        <source>None of them yet.</source>
        <translation>还一步都没有。</translation>
    </message>
    <message>
        <source>%1 (no occasion)</source>
        <translation>%1（没遇上）</translation>
    </message>
    <message>
        <source>%1: %2, turn %3</source>
        <translation>%1：%2，第 %3 轮</translation>
    </message>
    <message>
        <source>%1, turn %2</source>
        <translation>%1，第 %2 轮</translation>
    </message>
    <message>
        <source>Go to this turn</source>
        <translation>去看这一轮</translation>
    </message>
    <message>
        <source>What was done came in a good order.</source>
        <translation>做到的几步，先后都对。</translation>
    </message>
    <message>
        <source>Feelings before the matter: each step makes the next one easier.</source>
        <translation>先处理心情，再处理事情：前一步做到了，后一步才好走。</translation>
    </message>
    <message>
        <source>“%2” came before “%1”; the other way round it is easier to hear.</source>
        <translation>“%2”走在了“%1”前面；倒过来，对方更听得进去。</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>安顿</translation>
    </message>
    <message>
        <source>Hear out</source>
        <translation>倾听</translation>
    </message>
    <message>
        <source>Apologise</source>
        <translation>致歉</translation>
    </message>
    <message>
        <source>Meet the feeling</source>
        <translation>共情</translation>
    </message>
    <message>
        <source>Record the facts</source>
        <translation>核记</translation>
    </message>
    <message>
        <source>Own it and act</source>
        <translation>担责解决</translation>
    </message>
    <message>
        <source>Offer a choice</source>
        <translation>给出选择</translation>
    </message>
    <message>
        <source>Name where to turn</source>
        <translation>告知渠道</translation>
    </message>
    <message>
        <source>Thank and call back</source>
        <translation>致谢回访</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>The two plays side by side</source>
        <translation>两种走法对照</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>两种走法对照</translation>
    </message>
    <message>
        <source>Both plays pass %1 of the same moments. In %2 of them they choose differently.</source>
        <translation>两种走法有 %1 个相同的时刻，其中 %2 个选得不一样。</translation>
    </message>
    <message>
        <source>Go to where they are furthest apart</source>
        <translation>去看差得最多的地方</translation>
    </message>
    <message>
        <source>Practise it yourself</source>
        <translation>自己练一遍</translation>
    </message>
    <message>
        <source>Back to the film</source>
        <translation>回到影片</translation>
    </message>
</context>
<context>
    <name>BesidePanel</name>
    <message>
        <source>Class: %1</source>
        <translation>全班：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>team: score</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Whose turn</source>
        <translation>轮到哪一队</translation>
    </message>
    <message>
        <source>For you, not for the class</source>
        <translation>只给您看，不上大屏</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Score so far</source>
        <translation>到这里的得分</translation>
    </message>
    <message>
        <source>Where we are</source>
        <translation>走到了哪里</translation>
    </message>
    <message>
        <source>Remarks (M)</source>
        <translation>批注（M）</translation>
    </message>
    <message>
        <source>Write a remark, Enter keeps it</source>
        <translation>写一条批注，回车记下</translation>
    </message>
    <message>
        <source>Remark on this moment</source>
        <translation>对这一刻的批注</translation>
    </message>
</context>
<context>
    <name>BranchBar</name>
    <message>
        <source>A branch from turn %1 on: it does not count. The first pass is over and stays as it is.</source>
        <translation>分支：从第 %1 轮起换一种做法，不计成绩。第一遍已经练完，原样保留。</translation>
    </message>
    <message>
        <source>A branch from turn %1 on: it does not count. The first pass waits at turn %2.</source>
        <translation>分支：从第 %1 轮起换一种做法，不计成绩。第一遍停在第 %2 轮等您。</translation>
    </message>
    <message>
        <source>Return to it (R)</source>
        <translation>回到第一遍（R）</translation>
    </message>
</context>
<context>
    <name>BranchList</name>
    <message>
        <source>What else you tried</source>
        <translation>退回后还试过的</translation>
    </message>
    <message>
        <source>After stepping back. None of it counts.</source>
        <translation>退回以后的做法，都不计成绩。</translation>
    </message>
    <message>
        <source>From turn %1 on</source>
        <translation>从第 %1 轮起</translation>
    </message>
    <message>
        <source>Side by side with the first pass</source>
        <translation>与第一遍对照着看</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>接着走这个分支</translation>
    </message>
    <message>
        <source>Left before anything was answered.</source>
        <translation>还没有作答就离开了。</translation>
    </message>
    <message>
        <source>“%1”, and %2 more</source>
        <translation>“%1”，之后还有 %2 轮</translation>
    </message>
    <message>
        <source>“%1”, and %2 more turns</source>
        <translation>“%1”，之后还有 %2 轮</translation>
    </message>
    <message>
        <source>Left before an ending.</source>
        <translation>没有走到结局。</translation>
    </message>
    <message>
        <source>would have passed</source>
        <translation>可以通过</translation>
    </message>
    <message>
        <source>would not have passed</source>
        <translation>不能通过</translation>
    </message>
    <message>
        <source>The end: %1</source>
        <translation>结局：%1</translation>
    </message>
    <message>
        <source>score %1, %2</source>
        <translation>得分 %1，%2</translation>
    </message>
</context>
<context>
    <name>CardGrid</name>
    <message>
        <source>Continue</source>
        <translation>接着练</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>从头再来</translation>
    </message>
</context>
<context>
    <name>ChatPanel</name>
    <message>
        <source>typing…</source>
        <translation>对方正在输入……</translation>
    </message>
    <message>
        <source>has been waiting for %1</source>
        <translation>已等待 %1</translation>
    </message>
</context>
<context>
    <name>ChoiceColumn</name>
    <message>
        <source>Not open at this moment</source>
        <translation>这时候选不了</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>to be said</source>
        <translation>可以这样说</translation>
    </message>
    <message>
        <source>not to be said</source>
        <translation>不能这样说</translation>
    </message>
    <message>
        <source>It slips out when one is tired. It comes back in a moment.</source>
        <translation>累的时候，这话容易溜出口。过一会儿再考你一次。</translation>
    </message>
    <message>
        <source>Instead of “%1”</source>
        <translation>不说“%1”，可以说</translation>
    </message>
    <message>
        <source>That one: it keeps the rule above.</source>
        <translation>就是这一句：它做到了上面那条规则。</translation>
    </message>
    <message>
        <source>Which of these would you say?</source>
        <translation>你会说哪一句？</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>ClassBar</name>
    <message>
        <source>Result files (*%1)</source>
        <translation>成绩文件 (*%1)</translation>
    </message>
    <message>
        <source>Take in files</source>
        <translation>收下成绩文件</translation>
    </message>
    <message>
        <source>Take in a folder</source>
        <translation>收下一个文件夹</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>班级</translation>
    </message>
    <message>
        <source>Take in files…</source>
        <translation>收下文件…</translation>
    </message>
    <message>
        <source>Take in a folder…</source>
        <translation>收下文件夹…</translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Class results as PDF…</source>
        <translation>班级成绩（PDF）…</translation>
    </message>
    <message>
        <source>Class results as a workbook…</source>
        <translation>班级成绩（工作簿）…</translation>
    </message>
    <message>
        <source>New class…</source>
        <translation>新建班级…</translation>
    </message>
    <message>
        <source>Delete results of one trainee…</source>
        <translation>删除一位学员的成绩…</translation>
    </message>
    <message>
        <source>Delete this class…</source>
        <translation>删除这个班级…</translation>
    </message>
    <message>
        <source>What is the class called?</source>
        <translation>这个班级叫什么？</translation>
    </message>
    <message>
        <source>Class 1</source>
        <translation>一班</translation>
    </message>
    <message>
        <source>Delete the class “%1” with all results that were taken in for it? This cannot be undone.</source>
        <translation>要删除班级“%1”和收进来的全部成绩吗？删除后无法恢复。</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Whose results are to be deleted from this class?</source>
        <translation>要从这个班级删除谁的成绩？</translation>
    </message>
    <message>
        <source>Delete all results of “%1” from this class? This cannot be undone.</source>
        <translation>要从这个班级删除“%1”的全部成绩吗？删除后无法恢复。</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Results of %1.pdf</source>
        <translation>%1的班级成绩.pdf</translation>
    </message>
    <message>
        <source>Results of %1.xlsx</source>
        <translation>%1的班级成绩.xlsx</translation>
    </message>
</context>
<context>
    <name>ClassPicture</name>
    <message>
        <source>What counts</source>
        <translation>算哪些练习</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>%1: trainees %2</source>
        <translation>%1：%2 位学员</translation>
    </message>
    <message>
        <source>Trainees: %1. Attempts: %2. Scenario texts: %3.</source>
        <translation>学员 %1 位，练习 %2 次，情景文本 %3 份。</translation>
    </message>
    <message>
        <source>Altered and left out: %1.</source>
        <translation>改动过而不计入的 %1 次。</translation>
    </message>
    <message>
        <source>Not playable in this version and left out: %1.</source>
        <translation>这个版本重放不了而不计入的 %1 次。</translation>
    </message>
</context>
<context>
    <name>ClassroomKeys</name>
    <message>
        <source>Go on: the next line or step</source>
        <translation>往下走：下一句话或下一步</translation>
    </message>
    <message>
        <source>Go back one step</source>
        <translation>往回走一步</translation>
    </message>
    <message>
        <source>Black out the projector, and light it again</source>
        <translation>大屏变黑，再按一次亮起</translation>
    </message>
    <message>
        <source>Fill the display with the projector</source>
        <translation>大屏画面占满屏幕</translation>
    </message>
    <message>
        <source>Show the projector in a window</source>
        <translation>大屏画面回到窗口里</translation>
    </message>
    <message>
        <source>Open a second vote, after discussion</source>
        <translation>讨论之后，再表决一次</translation>
    </message>
    <message>
        <source>Come back from a what-if</source>
        <translation>从“如果当时”回来</translation>
    </message>
    <message>
        <source>Show or hide the score</source>
        <translation>亮出或收起得分</translation>
    </message>
    <message>
        <source>Show or hide the hint on the console</source>
        <translation>在控制台上显示或收起提示</translation>
    </message>
    <message>
        <source>Show the rules of each option in full or in short</source>
        <translation>把每一项涉及的规则展开或收起</translation>
    </message>
    <message>
        <source>Write a remark</source>
        <translation>写一条批注</translation>
    </message>
    <message>
        <source>Larger text for the back row</source>
        <translation>放大文字，让后排看清</translation>
    </message>
    <message>
        <source>More contrast for a bright room</source>
        <translation>教室太亮时，加强对比</translation>
    </message>
    <message>
        <source>Roll long words on</source>
        <translation>长的文字往下翻</translation>
    </message>
    <message>
        <source>Roll long words back</source>
        <translation>长的文字往上翻</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>这张按键表</translation>
    </message>
    <message>
        <source>One more hand for this option</source>
        <translation>给这一项加一票</translation>
    </message>
    <message>
        <source>Follow this option</source>
        <translation>采纳这一项</translation>
    </message>
    <message>
        <source>What if this option had been taken</source>
        <translation>如果当时选的是这一项</translation>
    </message>
</context>
<context>
    <name>ClassroomRoom</name>
    <message>
        <source>The scenario was edited since then. This class goes on with the text that it began with.</source>
        <translation>这个情景后来改过。这堂课仍按开课时的内容接着上。</translation>
    </message>
    <message>
        <source>Delete this class with its votes and remarks? It cannot be brought back.</source>
        <translation>要删除这堂课吗？票数和批注会一起删掉，无法恢复。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>留着</translation>
    </message>
    <message>
        <source>The scenario</source>
        <translation>这个情景</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>How it ended</source>
        <translation>结局</translation>
    </message>
    <message>
        <source>Play again from the start</source>
        <translation>从头再来一次</translation>
    </message>
    <message>
        <source>Take the exam</source>
        <translation>参加考试</translation>
    </message>
    <message>
        <source>See how it can go</source>
        <translation>看看可以怎么做</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>回到情景库</translation>
    </message>
</context>
<context>
    <name>ClosingCard</name>
    <message>
        <source>How it ended</source>
        <translation>结局</translation>
    </message>
    <message>
        <source>The film stops here.</source>
        <translation>影片到这里为止。</translation>
    </message>
    <message>
        <source>The citizen&apos;s rating: %1 of 5</source>
        <translation>对方的评价：5 星里给了 %1 星</translation>
    </message>
    <message>
        <source>Practise it yourself</source>
        <translation>自己练一遍</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对照着看</translation>
    </message>
    <message>
        <source>Watch the model</source>
        <translation>看示范</translation>
    </message>
    <message>
        <source>Watch how it can fail</source>
        <translation>看怎么会办砸</translation>
    </message>
    <message>
        <source>%1 tells a neighbour</source>
        <translation>%1回头跟邻居这样说</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>没有通过</translation>
    </message>
    <message>
        <source>basic service</source>
        <translation>基本服务</translation>
    </message>
    <message>
        <source>proactive service</source>
        <translation>主动服务</translation>
    </message>
    <message>
        <source>moving service</source>
        <translation>感动服务</translation>
    </message>
    <message>
        <source>Score %1: %2</source>
        <translation>%1 分，%2</translation>
    </message>
</context>
<context>
    <name>ClosingPage</name>
    <message>
        <source>The class report</source>
        <translation>课堂报告</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF……</translation>
    </message>
    <message>
        <source>Save as a workbook…</source>
        <translation>存为工作簿……</translation>
    </message>
    <message>
        <source>Your remarks</source>
        <translation>您的批注</translation>
    </message>
    <message>
        <source>Moments: %1</source>
        <translation>走过 %1 个时刻</translation>
    </message>
    <message>
        <source>What-ifs: %1</source>
        <translation>看过 %1 次“如果当时”</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已存到：%1</translation>
    </message>
</context>
<context>
    <name>ConsistencySection</name>
    <message>
        <source>The same for everyone</source>
        <translation>对谁都一样</translation>
    </message>
    <message>
        <source>Latest score with each citizen</source>
        <translation>与每位群众最近一次的得分</translation>
    </message>
    <message>
        <source>Encounter</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Latest score</source>
        <translation>最近得分</translation>
    </message>
    <message>
        <source>Kept with some citizens and not with others:</source>
        <translation>对有些人做到了、对有些人没做到的规则：</translation>
    </message>
    <message>
        <source>No rule yet that was kept with some citizens and not with others.</source>
        <translation>还没有哪条规则是对有些人做到、对有些人没做到的。</translation>
    </message>
    <message>
        <source>with %1 of %2</source>
        <translation>%2 位中的 %1 位</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>End the class here? Its report is kept, but it cannot be taken up again.</source>
        <translation>就在这里结束这堂课吗？报告会留着，但不能再接着上。</translation>
    </message>
    <message>
        <source>End the class</source>
        <translation>结束这堂课</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>接着上</translation>
    </message>
    <message>
        <source>Leave the class</source>
        <translation>离开课堂</translation>
    </message>
    <message>
        <source>End the class here</source>
        <translation>就到这里下课</translation>
    </message>
</context>
<context>
    <name>ConsoleBar</name>
    <message>
        <source>This moment %1 · Class %2</source>
        <translation>这一刻 %1 · 全课 %2</translation>
    </message>
    <message>
        <source>The ending</source>
        <translation>结局</translation>
    </message>
    <message>
        <source>Moment %1</source>
        <translation>第 %1 个时刻</translation>
    </message>
    <message>
        <source>what if</source>
        <translation>如果当时</translation>
    </message>
    <message>
        <source>Phones: off</source>
        <translation>手机表决：关</translation>
    </message>
    <message>
        <source>Phones: %1 joined</source>
        <translation>手机表决：%1 部已加入</translation>
    </message>
    <message>
        <source>Projector: fills its display</source>
        <translation>大屏：已占满它的屏幕</translation>
    </message>
    <message>
        <source>Projector: fills this display</source>
        <translation>大屏：已占满这块屏幕</translation>
    </message>
    <message>
        <source>Projector: in a window</source>
        <translation>大屏：在窗口里</translation>
    </message>
    <message>
        <source>Projector: closed</source>
        <translation>大屏：已关闭</translation>
    </message>
    <message>
        <source>The projector&apos;s display is gone. Nothing is lost; it comes back by itself.</source>
        <translation>大屏的显示器断开了。什么都没丢，接上以后画面会自己回来。</translation>
    </message>
    <message>
        <source>In a window</source>
        <translation>放回窗口</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Open the projector</source>
        <translation>打开大屏</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>关闭大屏</translation>
    </message>
    <message>
        <source>Close the vote by phone</source>
        <translation>关闭手机表决</translation>
    </message>
    <message>
        <source>Let phones vote at %1 (%2)</source>
        <translation>开放手机表决：%1（%2）</translation>
    </message>
    <message>
        <source>This PC is on no local network; count hands</source>
        <translation>这台电脑没有连上局域网，请举手计票</translation>
    </message>
</context>
<context>
    <name>Contact</name>
    <message>
        <source>On the telephone</source>
        <translation>电话里</translation>
    </message>
    <message>
        <source>In a chat</source>
        <translation>在线对话</translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>image</source>
        <translation>形象</translation>
    </message>
    <message>
        <source>greeting</source>
        <translation>迎客</translation>
    </message>
    <message>
        <source>serving</source>
        <translation>待客</translation>
    </message>
    <message>
        <source>farewell</source>
        <translation>送客</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>投诉</translation>
    </message>
</context>
<context>
    <name>CoursePath</name>
    <message>
        <source>The courses cannot be read until their file is mended; everything else can be practised.</source>
        <translation>课程文件有误，改好之前读不出来；情景都可以照常练。</translation>
    </message>
</context>
<context>
    <name>CourseSection</name>
    <message>
        <source>%1 of %2 done</source>
        <translation>已完成 %1 / %2</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>%1 of %2 passed</source>
        <translation>通过 %1/%2</translation>
    </message>
    <message>
        <source>%1 of %2 encounters passed.</source>
        <translation>%2 个情景中通过了 %1 个。</translation>
    </message>
    <message>
        <source>Each was passed as an exam: the certificate can be saved.</source>
        <translation>各个情景都在考试中通过了：可以保存证书。</translation>
    </message>
    <message>
        <source>For the certificate, each has to be passed as an exam: %1 of %2.</source>
        <translation>证书要求每个情景都在考试中通过：已通过 %1 / %2。</translation>
    </message>
    <message>
        <source>The exam is on each card of the library (key E), and at the end of a debrief.</source>
        <translation>考试从情景库的卡片上（按 E）或复盘的末尾开始。</translation>
    </message>
    <message>
        <source>Next on the way: %1.</source>
        <translation>下一站：%1。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日程</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Encounters</source>
        <translation>情景</translation>
    </message>
</context>
<context>
    <name>DayStretch</name>
    <message>
        <source>Day %1</source>
        <translation>第 %1 天</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>已完成 %1 / %2</translation>
    </message>
</context>
<context>
    <name>Debrief</name>
    <message>
        <source>Before opening</source>
        <translation>上岗前</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>迎客</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>待客</translation>
    </message>
    <message>
        <source>Farewell</source>
        <translation>送客</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉处理</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>做到</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>错过</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>违反</translation>
    </message>
    <message>
        <source>Nothing ticked</source>
        <translation>什么也没有勾选</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between ticked items</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Ticked: %1</source>
        <translation>勾选了：%1</translation>
    </message>
    <message>
        <source>× %1</source>
        <translation>%1 倍</translation>
    </message>
    <message>
        <source>off</source>
        <translation>不限时</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between time limits</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Time limits: %1</source>
        <translation>限时：%1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>做到了</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>No occasion</source>
        <translation>没遇上</translation>
    </message>
    <message>
        <source>Your goal this time: %1</source>
        <translation>您这次带来的目标：%1</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>mood %1</source>
        <translation>心情 %1</translation>
    </message>
    <message>
        <source>points %1</source>
        <translation>%1 点</translation>
    </message>
    <message>
        <source>%1 (in order, left alone)</source>
        <translation>%1（没有问题，未勾选）</translation>
    </message>
    <message>
        <source>Put right: %1</source>
        <translation>已整改：%1</translation>
    </message>
    <message>
        <source>In order, and ticked: %1</source>
        <translation>本来没有问题，却勾选了：%1</translation>
    </message>
    <message>
        <source>To be put right, and not ticked: %1</source>
        <translation>该整改，却没有勾选：%1</translation>
    </message>
    <message>
        <source>Critical rule: %1</source>
        <translation>关键规则：%1</translation>
    </message>
</context>
<context>
    <name>DebriefPage</name>
    <message>
        <source>This attempt is not finished yet. Every turn so far is safe; go on with it from the library, and its debrief opens at its end.</source>
        <translation>这次练习还没有结束。已经走过的每一轮都存好了；请从情景库接着练，练完就能看到复盘。</translation>
    </message>
    <message>
        <source>This attempt cannot be shown: what was recorded of it is damaged or incomplete. All other attempts are as they were. Start the scenario anew from the library.</source>
        <translation>这次练习没法显示：它的记录已经损坏或不完整。其他练习都不受影响；请回到情景库，把这个情景从头再练一次。</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>回到情景库</translation>
    </message>
</context>
<context>
    <name>DeleteQuestion</name>
    <message>
        <source>%1 is still referred to: %2</source>
        <translation>还有地方用着%1:%2</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>leave them open, the problems list will show them</source>
        <translation>先空着，问题列表会列出来</translation>
    </message>
    <message>
        <source>let them lead to %1</source>
        <translation>改为通向 %1</translation>
    </message>
    <message>
        <source>What referred to it</source>
        <translation>用着它的地方</translation>
    </message>
</context>
<context>
    <name>Dialogue</name>
    <message>
        <source>The clerk</source>
        <translation>窗口人员</translation>
    </message>
</context>
<context>
    <name>DrillPage</name>
    <message>
        <source>Phrase drill</source>
        <translation>用语练习</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 题，共 %2 题</translation>
    </message>
    <message>
        <source>once more</source>
        <translation>再来一次</translation>
    </message>
</context>
<context>
    <name>EarlierList</name>
    <message>
        <source>Classes of before</source>
        <translation>以前的课</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>接着上</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>EditorBar</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>从这里试演</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Not saved; the draft is kept every few seconds</source>
        <translation>未保存；草稿每隔几秒留存一次</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>EditorHome</name>
    <message>
        <source>Not saved last time</source>
        <translation>上次没有保存的</translation>
    </message>
    <message>
        <source>draft kept at %1</source>
        <translation>草稿留在 %1</translation>
    </message>
    <message>
        <source>; the file is another now, saving will ask</source>
        <translation>；文件已被改过，保存时会问您</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>不要了</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>接着写</translation>
    </message>
    <message>
        <source>this draft is damaged and cannot be read</source>
        <translation>这份草稿已经损坏，读不出来</translation>
    </message>
    <message>
        <source>Begin a new one</source>
        <translation>新写一个</translation>
    </message>
    <message>
        <source>Begin with this</source>
        <translation>从这个开始</translation>
    </message>
    <message>
        <source>Your scenarios</source>
        <translation>您的情景</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>None yet. Begin with a template, or edit a copy of one below.</source>
        <translation>还没有。可以从样板开始，或者编辑下面某一个的副本。</translation>
    </message>
    <message>
        <source>Come with the program</source>
        <translation>随程序带来的</translation>
    </message>
    <message>
        <source>Edit a copy</source>
        <translation>编辑副本</translation>
    </message>
    <message>
        <source>, with errors</source>
        <translation>，有错误</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>回到情景库</translation>
    </message>
    <message>
        <source>Write and adapt scenarios</source>
        <translation>编写和改编情景</translation>
    </message>
    <message>
        <source>Nothing you write is lost: drafts are kept every few seconds, and the last twenty saved versions.</source>
        <translation>写下的都不会丢：草稿每隔几秒留存一次，最近二十次保存的版本也都在。</translation>
    </message>
    <message>
        <source>Bring one in…</source>
        <translation>导入……</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Rename</source>
        <translation>改编号</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Scenario…</source>
        <translation>情景……</translation>
    </message>
    <message>
        <source>Title, place, citizen, hidden needs, variables</source>
        <translation>标题、场所、人物、隐藏需求、变量</translation>
    </message>
    <message>
        <source>Saved versions…</source>
        <translation>保存过的版本……</translation>
    </message>
    <message>
        <source>What is possible…</source>
        <translation>能演成什么样……</translation>
    </message>
    <message>
        <source>Play the test plans…</source>
        <translation>走一遍试走计划……</translation>
    </message>
    <message>
        <source>Workbook for Excel or WPS…</source>
        <translation>给 Excel 或 WPS 的工作簿……</translation>
    </message>
    <message>
        <source>Merge a workbook…</source>
        <translation>并入工作簿……</translation>
    </message>
    <message>
        <source>Twee for Twine…</source>
        <translation>给 Twine 的 Twee……</translation>
    </message>
    <message>
        <source>Play script for Word…</source>
        <translation>Word 剧本……</translation>
    </message>
    <message>
        <source>Play script as PDF…</source>
        <translation>PDF 剧本……</translation>
    </message>
    <message>
        <source>Pack for another PC…</source>
        <translation>带到别的电脑的情景包……</translation>
    </message>
    <message>
        <source>The scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查……</translation>
    </message>
    <message>
        <source>✕ %1 errors   ! %2 warnings</source>
        <translation>✕ %1 处错误   ! %2 处提醒</translation>
    </message>
    <message>
        <source>✓ No problems</source>
        <translation>✓ 没有问题</translation>
    </message>
</context>
<context>
    <name>EmptyShelf</name>
    <message>
        <source>Reading the scenarios…</source>
        <translation>正在读取情景……</translation>
    </message>
    <message>
        <source>There are no scenarios yet.</source>
        <translation>这里还没有情景</translation>
    </message>
    <message>
        <source>Put scenario files (.yaml) into the folder “scenarios” beside the program, then read again.</source>
        <translation>请把情景文件（.yaml）放进程序旁的 scenarios 文件夹，再重新读取。</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>No scenario matches “%1”.</source>
        <translation>没有找到与“%1”有关的情景</translation>
    </message>
    <message>
        <source>Try fewer characters, a citizen&apos;s name, or a stage such as “complaint”.</source>
        <translation>少输几个字试试，也可以搜人物的名字，或“投诉”这样的环节。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Practice is scored against the rulebook, so nothing can be practised until its file is mended. Everything that was practised is safe.</source>
        <translation>练习要按规则手册评分，手册改好之前没法练习。已有的练习记录不受影响。</translation>
    </message>
    <message>
        <source>Show all %1 problems</source>
        <translation>查看全部 %1 处问题</translation>
    </message>
    <message>
        <source>The rulebook cannot be read.</source>
        <translation>规则手册读不出来</translation>
    </message>
    <message>
        <source>The rulebook</source>
        <translation>规则手册</translation>
    </message>
</context>
<context>
    <name>EncounterLink</name>
    <message>
        <source>Show the card of %1</source>
        <translation>查看《%1》</translation>
    </message>
</context>
<context>
    <name>EndingCard</name>
    <message>
        <source>Look back at it</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>Your responses are all recorded, only the result is not yet.</source>
        <translation>您的回应都存好了，只有结果还没存下来。</translation>
    </message>
    <message>
        <source>Back to the first pass</source>
        <translation>回到第一遍</translation>
    </message>
    <message>
        <source>So this way ends. It stays in your record and does not count.</source>
        <translation>这个分支走完了。它留在记录里，不计成绩。</translation>
    </message>
    <message>
        <source>Record the result again</source>
        <translation>再存一次结果</translation>
    </message>
</context>
<context>
    <name>EndingForm</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>办成了</translation>
    </message>
    <message>
        <source>The citizen&apos;s business is settled, or lawfully routed</source>
        <translation>群众的事办成了，或者依规转办了</translation>
    </message>
    <message>
        <source>Rating at most</source>
        <translation>好差评最高</translation>
    </message>
    <message>
        <source>as the mood is</source>
        <translation>按心情</translation>
    </message>
    <message>
        <source>What the citizen tells a neighbour afterwards</source>
        <translation>事后对邻居说的话</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Bring one in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Packs and Twee (*.zip *.twee *.tw)</source>
        <translation>情景包和 Twee (*.zip *.twee *.tw)</translation>
    </message>
    <message>
        <source>Merge a workbook</source>
        <translation>并入工作簿</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>换掉它</translation>
    </message>
    <message>
        <source>A pack of this id is here already. Put “%1” in its place?</source>
        <translation>这里已经有同一编号的情景包。要用“%1”换掉它吗？</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>留着原来的</translation>
    </message>
    <message>
        <source>Hand it on</source>
        <translation>交出去</translation>
    </message>
</context>
<context>
    <name>FeedbackCard</name>
    <message>
        <source>No rule was at stake</source>
        <translation>这一句没有牵涉规则</translation>
    </message>
    <message>
        <source>Show what this response did</source>
        <translation>展开看这个回应起了什么作用</translation>
    </message>
    <message>
        <source>and %1 more in the debrief</source>
        <translation>另有 %1 条，复盘时看</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>做到</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>错过</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>违反</translation>
    </message>
</context>
<context>
    <name>FileCare</name>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>“%1”有还没保存的修改。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Keep as a draft</source>
        <translation>留作草稿</translation>
    </message>
    <message>
        <source>Give up the changes</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留在这里</translation>
    </message>
</context>
<context>
    <name>FilmPage</name>
    <message>
        <source>How it ended: %1</source>
        <translation>结局：%1</translation>
    </message>
    <message>
        <source>%1 options</source>
        <translation>%1 个选项</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>选了：%1</translation>
    </message>
    <message>
        <source>Turn %1 of %2: %3</source>
        <translation>第 %1 轮，共 %2 轮：%3</translation>
    </message>
    <message>
        <source>Film: the model</source>
        <translation>影片：示范</translation>
    </message>
    <message>
        <source>Film: how it can fail</source>
        <translation>影片：怎么会办砸</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Leave the film (Esc)</source>
        <translation>离开影片（Esc）</translation>
    </message>
    <message>
        <source>How it can fail</source>
        <translation>看办砸的</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>看示范</translation>
    </message>
    <message>
        <source>Watch the other film (O)</source>
        <translation>看另一部影片（O）</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Both plays side by side, from this scene (C)</source>
        <translation>从这一幕起，两种走法对照着看（C）</translation>
    </message>
    <message>
        <source>The film stops here.</source>
        <translation>影片到这里为止。</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已收起</translation>
    </message>
</context>
<context>
    <name>GoalChoice</name>
    <message>
        <source>One thing for the next time</source>
        <translation>下一次，只改一件事</translation>
    </message>
    <message>
        <source>Choose one. One thing at a time is what stays; it is shown when you next start.</source>
        <translation>选一件。一次改一件，才留得住；下次开始时会再提醒您。</translation>
    </message>
    <message>
        <source>Taken along. It stays until it is done or you choose another one.</source>
        <translation>记下了。做到之前一直留着，也可以随时换一件。</translation>
    </message>
    <message>
        <source>It went the other way this time.</source>
        <translation>这一次正好反着来了。</translation>
    </message>
    <message>
        <source>There was an occasion for it this time.</source>
        <translation>这一次有机会，没用上。</translation>
    </message>
    <message>
        <source>It was done this time; once more, with another citizen, and it becomes a habit.</source>
        <translation>这一次做到了；换一位群众再做一次，就成了习惯。</translation>
    </message>
</context>
<context>
    <name>HandCounter</name>
    <message>
        <source>Hands for %1</source>
        <translation>%1的票数</translation>
    </message>
    <message>
        <source>One hand fewer for %1</source>
        <translation>%1减一票</translation>
    </message>
    <message>
        <source>One more hand for %1</source>
        <translation>%1加一票</translation>
    </message>
</context>
<context>
    <name>Handset</name>
    <message>
        <source>Not on the line yet</source>
        <translation>本人还没接听</translation>
    </message>
    <message>
        <source>On the line %1</source>
        <translation>通话中 %1</translation>
    </message>
    <message>
        <source>The call is over, %1</source>
        <translation>通话结束，%1</translation>
    </message>
</context>
<context>
    <name>IdQuestion</name>
    <message>
        <source>Lower-case letters, digits and hyphens; it is never shown to learners.</source>
        <translation>用小写字母、数字和连字符；学员看不到它。</translation>
    </message>
</context>
<context>
    <name>InnerVoices</name>
    <message>
        <source>What %1 thought and did not say</source>
        <translation>%1没说出口的心里话</translation>
    </message>
    <message>
        <source>Turn %1, mood %2</source>
        <translation>第 %1 轮，心情 %2</translation>
    </message>
    <message>
        <source>Go to this turn</source>
        <translation>去看这一轮</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>一开始</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>到后来</translation>
    </message>
    <message>
        <source>At the crux</source>
        <translation>关键处</translation>
    </message>
    <message>
        <source>Near the crux</source>
        <translation>关键处前后</translation>
    </message>
    <message>
        <source>The crux is turn %1, the moment you named.</source>
        <translation>关键处是您选的第 %1 轮。</translation>
    </message>
    <message>
        <source>The crux is turn %1, where most was given away.</source>
        <translation>关键处是第 %1 轮，丢分最多的一轮。</translation>
    </message>
    <message>
        <source>The crux is turn %1, where the mood moved most.</source>
        <translation>关键处是第 %1 轮，心情变化最大的一轮。</translation>
    </message>
</context>
<context>
    <name>InspectionCard</name>
    <message>
        <source>Put these right</source>
        <translation>整改这些</translation>
    </message>
</context>
<context>
    <name>InspectionForm</name>
    <message>
        <source>Things to look over; the learner ticks what must be put right</source>
        <translation>要查看的东西；学员勾出需要整改的</translation>
    </message>
    <message>
        <source>+ Thing</source>
        <translation>+ 一样东西</translation>
    </message>
    <message>
        <source>Then leads to</source>
        <translation>然后通向</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图</translation>
    </message>
    <message>
        <source>none: a list only</source>
        <translation>没有图，只有清单</translation>
    </message>
</context>
<context>
    <name>InspectionPicture</name>
    <message>
        <source>The picture: find what must be put right</source>
        <translation>图片：找出需要整改的地方</translation>
    </message>
    <message>
        <source>Left and right lead from thing to thing, Space ticks it</source>
        <translation>左右方向键逐处移动，空格键勾选</translation>
    </message>
    <message>
        <source>%1: ticked</source>
        <translation>%1：已勾选</translation>
    </message>
    <message>
        <source>%1: not ticked</source>
        <translation>%1：未勾选</translation>
    </message>
    <message>
        <source>Nothing to do here</source>
        <translation>这里不用动</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>别的东西</translation>
    </message>
</context>
<context>
    <name>IntakeProgress</name>
    <message>
        <source>Reading and playing again: file %1 of %2</source>
        <translation>正在读取并重放：第 %1 份，共 %2 份</translation>
    </message>
    <message>
        <source>Keeping what came in …</source>
        <translation>正在存下收到的成绩……</translation>
    </message>
    <message>
        <source>Stop, take in nothing</source>
        <translation>停下，一份也不收</translation>
    </message>
</context>
<context>
    <name>IntakeSection</name>
    <message>
        <source>What came in</source>
        <translation>收到了什么</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Trainee</source>
        <translation>学员</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Close this list</source>
        <translation>收起这张表</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空的</translation>
    </message>
    <message>
        <source>No finished attempts.</source>
        <translation>没有完成的练习。</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>a mark, and how many attempts have it</comment>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Every attempt, goal and drilled phrase of one learner, in one file for another PC.</source>
        <translation>一位学员的全部练习、目标和练过的用语，存成一个文件，可以带到另一台电脑。</translation>
    </message>
    <message>
        <source>Take along…</source>
        <translation>带走一份……</translation>
    </message>
    <message>
        <source>Take in from a file…</source>
        <translation>从文件收入……</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>彻底删除……</translation>
    </message>
    <message>
        <source>The record of “%1”.</source>
        <translation>“%1”的记录。</translation>
    </message>
    <message>
        <source>My record</source>
        <translation>我的记录</translation>
    </message>
    <message>
        <source>Copies of everybody&apos;s record, in the data folder. The newest ten are kept.</source>
        <translation>所有人记录的副本，放在数据文件夹里，留最新的十份。</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>The newest backup is of %1.</source>
        <translation>最新的备份：%1。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>现在备份</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复……</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>It can lock the results of exams, deleting a learner, and these settings.</source>
        <translation>可以锁住考试结果、删除学员和这些设置。</translation>
    </message>
    <message>
        <source>Set a passcode…</source>
        <translation>设口令……</translation>
    </message>
    <message>
        <source>There is no passcode, so nothing is locked.</source>
        <translation>没有设口令，什么也没有锁。</translation>
    </message>
    <message>
        <source>the results of exams</source>
        <translation>考试结果</translation>
    </message>
    <message>
        <source>deleting a learner</source>
        <translation>删除学员</translation>
    </message>
    <message>
        <source>these settings</source>
        <translation>这些设置</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Locked: %1. If the passcode is forgotten, whoever looks after this PC deletes this file: %2</source>
        <translation>锁着：%1。忘了口令，请管理这台电脑的人删掉这个文件：%2</translation>
    </message>
    <message>
        <source>Change it…</source>
        <translation>换口令……</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>取消口令</translation>
    </message>
    <message>
        <source>Instructor&apos;s passcode</source>
        <translation>教员口令</translation>
    </message>
</context>
<context>
    <name>KeyMomentQuestion</name>
    <message>
        <source>Debrief</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>Which moment mattered most?</source>
        <translation>您觉得，哪一刻最关键？</translation>
    </message>
    <message>
        <source>First your own view. These are your words, turn by turn; everything else opens afterwards.</source>
        <translation>先听您自己的看法。下面是您这一路说过的话，选好之后，其余的才会打开。</translation>
    </message>
    <message>
        <source>Type its number or walk with the arrows, then Enter.</source>
        <translation>按数字键或方向键选定，再按回车。</translation>
    </message>
    <message>
        <source>I am not sure</source>
        <translation>说不准</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Keys, on the console and on the projector</source>
        <translation>按键：在控制台和大屏上都能用</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>LearnerPage</name>
    <message>
        <source>Counter Practice</source>
        <translation>窗口演练</translation>
    </message>
    <message>
        <source>Practise receiving the people who come to your counter, before they come.</source>
        <translation>柜台前的每一次接待，都可以先在这里练一练。</translation>
    </message>
    <message>
        <source>Who is practising?</source>
        <translation>谁来练习？</translation>
    </message>
    <message>
        <source>Nobody has practised here yet. Write your name to begin.</source>
        <translation>还没有人在这台电脑上练过。先写下你的名字。</translation>
    </message>
    <message>
        <source>Choose your name.</source>
        <translation>请选择你的名字。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>你的名字</translation>
    </message>
    <message>
        <source>Not in the list? Write your name</source>
        <translation>名单里没有你？写下名字</translation>
    </message>
    <message>
        <source>What you practise is kept under this name, on this computer only.</source>
        <translation>练习记录用这个名字保存，只留在这台电脑上。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始练习</translation>
    </message>
    <message>
        <source>I bring my record from another PC…</source>
        <translation>我从另一台电脑带来了记录……</translation>
    </message>
    <message>
        <source>Practise as %1</source>
        <translation>以%1的名字练习</translation>
    </message>
    <message>
        <source>Write your name first.</source>
        <translation>请先写下名字。</translation>
    </message>
    <message>
        <source>The record of this computer cannot be opened.</source>
        <translation>这台电脑上的练习记录打不开</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
</context>
<context>
    <name>LibraryHead</name>
    <message>
        <source>Hello, %1.</source>
        <translation>你好，%1</translation>
    </message>
    <message>
        <source>Welcome.</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Your goal: %1</source>
        <translation>这次的目标：%1</translation>
    </message>
    <message>
        <source>Who comes to your counter today? Leave at any moment: every response is kept.</source>
        <translation>今天，想接待哪一位？练到一半也可以离开，每一轮回应都会留着。</translation>
    </message>
    <message>
        <source>Continue “%1”</source>
        <translation>接着练《%1》</translation>
    </message>
    <message>
        <source>Practise “%1”</source>
        <translation>练《%1》</translation>
    </message>
    <message>
        <source>%1 of %2 scenarios</source>
        <translation>找到 %1 个，共 %2 个情景</translation>
    </message>
    <message>
        <source>Change learner</source>
        <translation>换人练习</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Start “%1” from the beginning? The attempt that you left in the middle is put aside: it stays in your record, but you cannot continue it.</source>
        <translation>从头再练《%1》？练到一半的那次会搁在一边：记录还在，但不能再接着练。</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>从头再来</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>先留着</translation>
    </message>
</context>
<context>
    <name>LinesForm</name>
    <message>
        <source>Lines</source>
        <translation>台词</translation>
    </message>
    <message>
        <source>+ %1</source>
        <translation>+ %1</translation>
    </message>
    <message>
        <source>Add a line: %1</source>
        <translation>加一句台词：%1</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>This is not the passcode.</source>
        <translation>口令不对。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Counter Practice</source>
        <translation>窗口演练</translation>
    </message>
</context>
<context>
    <name>MapSection</name>
    <message>
        <source>The class on the map</source>
        <translation>全班在情景地图上</translation>
    </message>
    <message>
        <source>The numbers are passes that went that way. Choose a scene to see its options below.</source>
        <translation>数字是走过那条路的练习次数。选一个场景，下面就列出它的选项。</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Passes that came here: %1; %2.</source>
        <translation>走到这里的练习 %1 次；%2。</translation>
    </message>
    <message>
        <source>%1 Discrimination: %2.</source>
        <translation>%1区分度：%2。</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>选了</translation>
    </message>
    <message>
        <source>offered to nobody</source>
        <translation>没人遇到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>taken, offered</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1, best</source>
        <translation>%1，最佳</translation>
    </message>
</context>
<context>
    <name>MapTools</name>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
</context>
<context>
    <name>MeanwhileQuestion</name>
    <message>
        <source>The file is another now</source>
        <translation>文件已经变了</translation>
    </message>
    <message>
        <source>What the file says now, and your draft does not:</source>
        <translation>文件里现在有、而您的草稿里没有的：</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差别</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>Merge by scene</source>
        <translation>逐场景合并</translation>
    </message>
</context>
<context>
    <name>MergeQuestion</name>
    <message>
        <source>Merge by scene</source>
        <translation>逐场景合并</translation>
    </message>
    <message>
        <source>%1 changes of theirs are taken over.</source>
        <translation>对方的 %1 处修改会并进来。</translation>
    </message>
    <message>
        <source>%1 places were changed on both sides: choose for each.</source>
        <translation>有 %1 处双方都改过，请逐处选择。</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>The whole map</source>
        <translation>全图</translation>
    </message>
</context>
<context>
    <name>ModeLabel</name>
    <message>
        <source>Exam</source>
        <translation>考试</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>time limits × %1</source>
        <translation>限时 × %1</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>first pass</source>
        <translation>第一遍</translation>
    </message>
</context>
<context>
    <name>MomentPanel</name>
    <message>
        <source>the ending “%1”</source>
        <translation>结局“%1”</translation>
    </message>
    <message>
        <source>The clerk</source>
        <translation>窗口人员</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>speaker: words</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 hands</source>
        <translation>共 %1 票</translation>
    </message>
    <message>
        <source> · most for %1</source>
        <translation> · %1 号最多</translation>
    </message>
    <message>
        <source> · tied: %1</source>
        <translation> · 票数相同：%1</translation>
    </message>
    <message>
        <source>Rules in short</source>
        <translation>收起规则</translation>
    </message>
    <message>
        <source>Rules in full</source>
        <translation>展开规则</translation>
    </message>
    <message>
        <source>Follow these ticks</source>
        <translation>按勾选的采纳</translation>
    </message>
</context>
<context>
    <name>MoodCurve</name>
    <message>
        <source>Mood curve</source>
        <translation>心情曲线</translation>
    </message>
</context>
<context>
    <name>MoodMeter</name>
    <message>
        <source>Mood of the citizen: %1</source>
        <translation>对方的心情：%1</translation>
    </message>
    <message>
        <source>Tone of the voice: %1</source>
        <translation>语气：%1</translation>
    </message>
    <message>
        <source>upset</source>
        <translation>难受</translation>
    </message>
    <message>
        <source>uneasy</source>
        <translation>不安</translation>
    </message>
    <message>
        <source>even</source>
        <translation>平静</translation>
    </message>
    <message>
        <source>at ease</source>
        <translation>安心</translation>
    </message>
    <message>
        <source>warmed</source>
        <translation>暖心</translation>
    </message>
</context>
<context>
    <name>NamesField</name>
    <message>
        <source>Add to: %1</source>
        <translation>加到：%1</translation>
    </message>
    <message>
        <source>Take off: %1</source>
        <translation>去掉：%1</translation>
    </message>
</context>
<context>
    <name>NeedsSection</name>
    <message>
        <source>Who needs what next</source>
        <translation>接下来各人练什么</translation>
    </message>
    <message>
        <source>From all attempts that were handed in, as each one&apos;s own program would propose it; by name.</source>
        <translation>依据交来的全部练习，和学员自己的程序会给的建议一致；按姓名排列。</translation>
    </message>
    <message>
        <source>Trainee</source>
        <translation>学员</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>What to practise next</source>
        <translation>接下来练什么</translation>
    </message>
    <message>
        <source>Rules not kept the last time</source>
        <translation>上次没做到的规则</translation>
    </message>
</context>
<context>
    <name>NewPasscode</name>
    <message>
        <source>Instructor&apos;s passcode</source>
        <translation>教员口令</translation>
    </message>
    <message>
        <source>New passcode, 4 characters or more</source>
        <translation>新口令（至少 4 个字符）</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>再输一遍</translation>
    </message>
    <message>
        <source>It locks:</source>
        <translation>锁住：</translation>
    </message>
    <message>
        <source>the results of exams</source>
        <translation>考试结果</translation>
    </message>
    <message>
        <source>deleting a learner</source>
        <translation>删除学员</translation>
    </message>
    <message>
        <source>these settings</source>
        <translation>这些设置</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>The two are not the same. Write them once more.</source>
        <translation>两遍不一样。请再输一遍。</translation>
    </message>
    <message>
        <source>Choose at least one thing that it locks.</source>
        <translation>请至少选一样要锁的。</translation>
    </message>
</context>
<context>
    <name>NewQuestion</name>
    <message>
        <source>A new scenario</source>
        <translation>新的情景</translation>
    </message>
    <message>
        <source>What shall it be called? You can change it later.</source>
        <translation>叫什么名字？以后可以再改。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始写</translation>
    </message>
    <message>
        <source>Title in Chinese</source>
        <translation>中文标题</translation>
    </message>
    <message>
        <source>Title in English</source>
        <translation>英文标题</translation>
    </message>
    <message>
        <source>Id, the file&apos;s name</source>
        <translation>编号，也是文件名</translation>
    </message>
</context>
<context>
    <name>NextSection</name>
    <message>
        <source>Practise next</source>
        <translation>接下来练什么</translation>
    </message>
    <message>
        <source>Practise %1</source>
        <translation>练《%1》</translation>
    </message>
</context>
<context>
    <name>NextStop</name>
    <message>
        <source>The whole course is done.</source>
        <translation>这门课全部练完了</translation>
    </message>
    <message>
        <source>Every stop is passed. Any of them can be practised again, to go further or to stay in form.</source>
        <translation>每一站都通过了。想走得更远，或者保持手感，哪一站都可以再练。</translation>
    </message>
    <message>
        <source>Go on with</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>接着练</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Go on with: %1</source>
        <translation>接下来：%1</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>The rulebook cannot be read.</source>
        <translation>规则手册读不出来。</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
</context>
<context>
    <name>OptionCard</name>
    <message>
        <source>chosen</source>
        <translation>选了这个</translation>
    </message>
</context>
<context>
    <name>OptionPanel</name>
    <message>
        <source>Followed ✓</source>
        <translation>已采纳 ✓</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Follow option %1</source>
        <translation>采纳第 %1 项</translation>
    </message>
    <message>
        <source>What if?</source>
        <translation>如果当时？</translation>
    </message>
    <message>
        <source>What if option %1 had been taken</source>
        <translation>如果当时选的是第 %1 项</translation>
    </message>
    <message>
        <source>Ticked ✓</source>
        <translation>已勾选 ✓</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>勾选</translation>
    </message>
    <message>
        <source>Tick item %1</source>
        <translation>勾选第 %1 样</translation>
    </message>
    <message>
        <source>option %1</source>
        <translation>第 %1 项</translation>
    </message>
    <message>
        <source>★ gives nothing up</source>
        <translation>★ 不丢分</translation>
    </message>
    <message>
        <source>gives up %1 points</source>
        <translation>少得 %1 分</translation>
    </message>
    <message>
        <source>phones: %1</source>
        <translation>手机 %1 票</translation>
    </message>
    <message>
        <source>first vote: %1</source>
        <translation>第一次 %1 票</translation>
    </message>
</context>
<context>
    <name>OrderButtons</name>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>OutcomesSection</name>
    <message>
        <source>Outcomes</source>
        <translation>结果分布</translation>
    </message>
    <message>
        <source>%1 of %2 passes were passed. Mean score %3.</source>
        <translation>%2 次练习中通过 %1 次，平均分 %3。</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>境界</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>好差评</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>练习次数</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Scenes and endings</source>
        <translation>场景和结局</translation>
    </message>
    <message>
        <source>, %1 errors, %2 warnings</source>
        <translation>,%1 处错误，%2 处提醒</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>改编号……</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>OwnWordsCard</name>
    <message>
        <source>You would say; it is kept and never scored</source>
        <translation>您会这么说（会留着，不计分）</translation>
    </message>
    <message>
        <source>look again %1</source>
        <translation>再看看 %1</translation>
    </message>
    <message>
        <source>has %1</source>
        <translation>已有 %1</translation>
    </message>
    <message>
        <source>lacks %1</source>
        <translation>还缺 %1</translation>
    </message>
    <message>
        <source>Your sentence</source>
        <translation>您写的这句</translation>
    </message>
    <message>
        <source>Show your sentence</source>
        <translation>展开您写的这句</translation>
    </message>
</context>
<context>
    <name>PageWithBack</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>PartCare</name>
    <message>
        <source>Another id</source>
        <translation>新的编号</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改编号</translation>
    </message>
</context>
<context>
    <name>Parting</name>
    <message>
        <source>%1 · turn %2</source>
        <translation>%1 · 第 %2 轮</translation>
    </message>
    <message>
        <source>Here the two are furthest apart: %1 points</source>
        <translation>两种走法在这里差得最多：%1 分</translation>
    </message>
    <message>
        <source>%1; the model: %2; the failing play: %3</source>
        <translation>%1；示范走法：%2；失败走法：%3</translation>
    </message>
    <message>
        <source>The clerk</source>
        <translation>窗口人员</translation>
    </message>
    <message>
        <source>%2: %1</source>
        <translation>%2：%1</translation>
    </message>
</context>
<context>
    <name>PasscodeQuestion</name>
    <message>
        <source>Instructor&apos;s passcode</source>
        <translation>教员口令</translation>
    </message>
    <message>
        <source>The instructor has locked this. Write the passcode to go on.</source>
        <translation>这里由教员锁着。输入口令才能继续。</translation>
    </message>
    <message>
        <source>Passcode</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>PlanCare</name>
    <message>
        <source>Keep this play as a test plan called</source>
        <translation>把这一遍留作试走计划，名字是</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>留下</translation>
    </message>
</context>
<context>
    <name>PlayQuestion</name>
    <message>
        <source>Play from “%1”. Nothing is recorded.</source>
        <translation>从“%1”开始试演，不留记录。</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>从这里试演</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>心情</translation>
    </message>
</context>
<context>
    <name>PracticePage</name>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Back to the library; you can resume here (Esc)</source>
        <translation>回到情景库，下次可以接着来（Esc）</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Where to look (H)</source>
        <translation>该留意哪里（H）</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>说过的话</translation>
    </message>
    <message>
        <source>What has been said so far (T)</source>
        <translation>到现在为止说过的话（T）</translation>
    </message>
    <message>
        <source>The scenario&apos;s file was changed since; you go on with the text that you began with.</source>
        <translation>这个情景的文件后来改过；您接着用的是开始时的那一版。</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>P: see the path played</source>
        <translation>按 P 看这条路怎么走到</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>去到那里</translation>
    </message>
    <message>
        <source>See the path played (P)</source>
        <translation>看这条路怎么走到（P）</translation>
    </message>
</context>
<context>
    <name>ProfileSection</name>
    <message>
        <source>Of the weight of all rules at stake in the latest attempts, how much was kept. A profile, not a score.</source>
        <translation>最近几次练习里，遇到的规则按分量算，做到了多少。这是一幅侧影，不是分数。</translation>
    </message>
    <message>
        <source>A profile of conduct</source>
        <translation>言行侧影</translation>
    </message>
    <message>
        <source>By quality</source>
        <translation>按服务品质</translation>
    </message>
    <message>
        <source>By element of service image</source>
        <translation>按服务形象要素</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品质</translation>
    </message>
    <message>
        <source>Kept, of opportunities</source>
        <translation>做到的比例和机会</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Show as a chart</source>
        <translation>看图</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>看表格</translation>
    </message>
    <message>
        <source>first pass</source>
        <translation>第一次</translation>
    </message>
    <message>
        <source>repeat</source>
        <translation>重练</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Level of service</source>
        <translation>服务境界</translation>
    </message>
    <message>
        <source>Citizen&apos;s rating</source>
        <translation>好差评</translation>
    </message>
    <message>
        <source>Too few first passes yet to see a direction: %1.</source>
        <translation>第一次练的情景只有 %1 个，还看不出走向。</translation>
    </message>
    <message>
        <source>Rising over %3 first passes: from %1 to %2 on average.</source>
        <translation>最近 %3 个情景的第一次练习在上升：平均从 %1 到 %2。</translation>
    </message>
    <message>
        <source>Falling over %3 first passes: from %1 to %2 on average.</source>
        <translation>最近 %3 个情景的第一次练习在下降：平均从 %1 到 %2。</translation>
    </message>
    <message>
        <source>No clear direction over %3 first passes: %1, then %2.</source>
        <translation>最近 %3 个情景的第一次练习没有明显走向：先是 %1，后是 %2。</translation>
    </message>
    <message>
        <source>No encounter has been played a second time yet.</source>
        <translation>还没有重练过哪个情景。</translation>
    </message>
    <message>
        <source>One encounter was played again: its score went from first to latest by %2.</source>
        <translation>重练过 1 个情景：从第一次到最近一次，得分变化 %2。</translation>
    </message>
    <message>
        <source>%1 encounters were played again: from first to latest their score moved by %2 on average.</source>
        <translation>重练过 %1 个情景：从第一次到最近一次，得分平均变化 %2。</translation>
    </message>
    <message>
        <source>Too few yet: it takes three different citizens, and %1 came so far.</source>
        <translation>样本太少：要见过三位不同的群众才说得上，目前是 %1 位。</translation>
    </message>
    <message>
        <source>%1 %: the lowest of the latest scores (%2) over their average (%3).</source>
        <translation>%1%：最近得分中最低的（%2）与平均（%3）之比。</translation>
    </message>
    <message>
        <source>%1, not passed</source>
        <translation>%1，未通过</translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>未遇到</translation>
    </message>
    <message>
        <source>Practising</source>
        <translation>在练</translation>
    </message>
    <message>
        <source>Mastered</source>
        <translation>掌握</translation>
    </message>
    <message>
        <source>Too few yet</source>
        <translation>样本太少</translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <translation>%1%（共 %2 次机会）</translation>
    </message>
    <message>
        <source>Master a rule that was broken before</source>
        <translation>把违反过的一条规则重新掌握</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress</source>
        <translation>学习进度</translation>
    </message>
    <message>
        <source>Older attempts are still being counted: %1 to go.</source>
        <translation>较早的练习还在统计：还剩 %1 次。</translation>
    </message>
    <message>
        <source>Exam results are locked by the instructor&apos;s passcode, so they are left out here.</source>
        <translation>考试结果由带教老师的口令锁着，这里没有算进去。</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已存到：%1</translation>
    </message>
</context>
<context>
    <name>Projector</name>
    <message>
        <source>Projector – Counter Practice</source>
        <translation>大屏 – 窗口演练</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>“%1” cannot be practised until its file is mended.</source>
        <translation>“%1”的文件有问题，改好之前不能演练。</translation>
    </message>
    <message>
        <source>… and %1 more.</source>
        <translation>……另有 %1 处。</translation>
    </message>
    <message>
        <source>“%1” is in. What had no place in it stands there as comments:</source>
        <translation>“%1”已经收下。放不进去的内容写成了注释：</translation>
    </message>
    <message>
        <source>“%1” as an exam?</source>
        <translation>把《%1》当作考试来做？</translation>
    </message>
    <message>
        <source>There are no hints, no feedback and no stepping back, and the result comes at the end. Time limits hold. You can leave and go on later: it stays an exam.</source>
        <translation>考试中没有提示，没有反馈，不能退回；结果最后才看。限时有效。可以离开，以后接着考，它仍是考试。</translation>
    </message>
    <message>
        <source>In your settings time limits are off; in an exam they are twice as long instead.</source>
        <translation>您在设置里关掉了限时；考试时改为两倍时间。</translation>
    </message>
    <message>
        <source>Begin the exam</source>
        <translation>开始考试</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不考</translation>
    </message>
    <message>
        <source>Counter Practice</source>
        <translation>窗口演练</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>RecordCare</name>
    <message>
        <source>Take my record along</source>
        <translation>带走我的记录</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>正在写文件……</translation>
    </message>
    <message>
        <source>Take in from a file</source>
        <translation>从文件收入</translation>
    </message>
    <message>
        <source>Learner&apos;s record (%1)</source>
        <translation>学员记录（%1）</translation>
    </message>
    <message>
        <source>Looking through the file…</source>
        <translation>正在检查文件……</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Taking in…</source>
        <translation>正在收入……</translation>
    </message>
    <message>
        <source>There is a “%1” on this PC already. Is it the same person?</source>
        <translation>这台电脑上已经有“%1”了。是同一个人吗？</translation>
    </message>
    <message>
        <source>Put both together</source>
        <translation>是，并在一起</translation>
    </message>
    <message>
        <source>Take in under another name</source>
        <translation>不是，另起一个名字</translation>
    </message>
    <message>
        <source>The name on this PC:</source>
        <translation>在这台电脑上叫什么：</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Delete “%1” from this PC for good? Attempts: %2, with every response, the goals, the drilled phrases and the progress. It cannot be undone.</source>
        <translation>要从这台电脑上彻底删除“%1”吗？共 %2 次练习，连同每一句回答、目标、练过的用语和进度都会删掉，删了就找不回来。</translation>
    </message>
    <message>
        <source>Take it along first</source>
        <translation>先带走一份</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>先留着</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>正在删除……</translation>
    </message>
    <message>
        <source>“%1” is deleted from the record. Older backups still hold what was there on: %2. Delete it from them, too? Everybody else stays in them.</source>
        <translation>“%1”已从记录里删除。以前的备份里还有，时间是：%2。备份里的也删掉吗？其他人的不受影响。</translation>
    </message>
    <message>
        <source>Delete there, too</source>
        <translation>备份里也删掉</translation>
    </message>
    <message>
        <source>Leave the backups</source>
        <translation>备份不动</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>正在备份……</translation>
    </message>
    <message>
        <source>Which backup is to take the record&apos;s place? The present record is backed up first.</source>
        <translation>恢复哪一份备份？现在的记录会先备份一份。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>正在恢复……</translation>
    </message>
    <message>
        <source>Move the data folder into</source>
        <translation>把数据文件夹搬到</translation>
    </message>
    <message>
        <source>Copying and comparing…</source>
        <translation>正在复制并核对……</translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message>
        <source>Rehearsal: nothing is recorded</source>
        <translation>试演：不留记录</translation>
    </message>
</context>
<context>
    <name>RemarkList</name>
    <message>
        <source>It has: %1.</source>
        <translation>已有：%1。</translation>
    </message>
    <message>
        <source>It lacks: %1.</source>
        <translation>还缺：%1。</translation>
    </message>
    <message>
        <source>The program looks at Chinese only, so it has not looked at your sentence.</source>
        <translation>程序只看中文，所以没有看您这句话。</translation>
    </message>
    <message>
        <source>The program cannot judge a free sentence. It knows a few phrases, and where it points nothing out that says nothing about yours.</source>
        <translation>程序评判不了自由写的句子。它只认得一些说法；没有指出什么，不等于这句话就好。</translation>
    </message>
    <message>
        <source>It has looked at the first %1 characters.</source>
        <translation>它只看了前 %1 个字。</translation>
    </message>
    <message>
        <source>Look at this again: %1. Better: %2</source>
        <translation>这里再看一看：%1。更好的说法：%2</translation>
    </message>
    <message>
        <source>“%1” is among what must not be said. Better: %2</source>
        <translation>“%1”是忌语。更好的说法：%2</translation>
    </message>
    <message>
        <source>“%1” is like what must not be said: “%2”. Better: %3</source>
        <translation>“%1”像是忌语“%2”。更好的说法：%3</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between elements of courtesy</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>What is possible</source>
        <translation>能演成什么样</translation>
    </message>
    <message>
        <source>Nothing can be proved of this scenario yet: the list of problems says why.</source>
        <translation>这个情景现在还无法推算，问题列表里写着原因。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Proved over %1 states.</source>
        <translation>推算了全部 %1 种状态。</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>结局</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最好</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>最差</translation>
    </message>
    <message>
        <source>never reached</source>
        <translation>走不到</translation>
    </message>
    <message>
        <source>The best path</source>
        <translation>最好的一条路</translation>
    </message>
    <message>
        <source>The worst path</source>
        <translation>最差的一条路</translation>
    </message>
    <message>
        <source>never available</source>
        <translation>永远选不到</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Gives up</source>
        <translation>放弃的分数</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>everything: no ending can be reached any more</source>
        <translation>全部：再也走不到结局</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
</context>
<context>
    <name>ResponseCard</name>
    <message>
        <source>at your end: %1</source>
        <translation>话筒这边：%1</translation>
    </message>
</context>
<context>
    <name>ResponseForm</name>
    <message>
        <source>Leads to</source>
        <translation>通向</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Response %1: %2</source>
        <translation>回应 %1:%2</translation>
    </message>
    <message>
        <source>Ending: %1</source>
        <translation>结局：%1</translation>
    </message>
    <message>
        <source>Id: %1</source>
        <translation>编号：%1</translation>
    </message>
    <message>
        <source>Give it another id (F2)</source>
        <translation>改编号（F2）</translation>
    </message>
    <message>
        <source>The clerk says</source>
        <translation>窗口人员说</translation>
    </message>
    <message>
        <source>The clerk does</source>
        <translation>窗口人员做</translation>
    </message>
    <message>
        <source>The citizen answers at once</source>
        <translation>群众随即回答</translation>
    </message>
    <message>
        <source>Why, for the debrief</source>
        <translation>为什么，复盘时显示</translation>
    </message>
    <message>
        <source>This citizen has no hidden need that is not here</source>
        <translation>没有别的隐藏需求了</translation>
    </message>
    <message>
        <source>Keeps</source>
        <translation>做到</translation>
    </message>
    <message>
        <source>Breaks</source>
        <translation>违反</translation>
    </message>
    <message>
        <source>Meets</source>
        <translation>满足</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>心情</translation>
    </message>
    <message>
        <source>Only when</source>
        <translation>仅当</translation>
    </message>
    <message>
        <source>Mood and variables with and, or, not, comparisons and parentheses; empty: always available</source>
        <translation>用心情和变量写条件：and、or、not、比较和括号；空着就总能选</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>改变</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Class results</source>
        <translation>班级成绩</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Stopped. Nothing was taken in.</source>
        <translation>停下了，一份也没有收。</translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation>还没有成绩</translation>
    </message>
    <message>
        <source>First every trainee saves a file: Progress, Save a report, Results to hand in. Collect the files on a stick or a share, then take them in here. Every attempt is played again before it counts.</source>
        <translation>先请每位学员存一份文件：“进步”→“保存报告”→“要交的成绩”。用 U 盘或共享文件夹收齐，再到这里收下。每一次练习都会先重放一遍，再计入。</translation>
    </message>
    <message>
        <source>Take in files…</source>
        <translation>收下文件…</translation>
    </message>
    <message>
        <source>Take in a folder…</source>
        <translation>收下文件夹…</translation>
    </message>
</context>
<context>
    <name>RewritePage</name>
    <message>
        <source>What would you say instead?</source>
        <translation>换你，会怎么说？</translation>
    </message>
    <message>
        <source>Not to be said</source>
        <translation>不能这样说</translation>
    </message>
    <message>
        <source>Write it as you would say it at the counter.</source>
        <translation>写下你在窗口会说的话。</translation>
    </message>
    <message>
        <source>Your sentence</source>
        <translation>你的说法</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Nothing comes to mind: show me one</source>
        <translation>想不出来，看一种说法</translation>
    </message>
    <message>
        <source>Compare the two yourself. Would yours do as well? You decide.</source>
        <translation>请您自己比一比：您的这句是不是也行？由您来定。</translation>
    </message>
    <message>
        <source>Close enough</source>
        <translation>差不多</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>还差一点</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>You wrote</source>
        <translation>你写的</translation>
    </message>
    <message>
        <source>One way to say it</source>
        <translation>可以这样说</translation>
    </message>
</context>
<context>
    <name>RuleCardList</name>
    <message>
        <source>The rules, in your own words</source>
        <translation>用您自己的话看规则</translation>
    </message>
    <message>
        <source>Your own sentence, the rule, and what one could say instead.</source>
        <translation>您的原话、那条规则，还有可以换成的说法。</translation>
    </message>
    <message>
        <source>Every rule that was at stake was kept.</source>
        <translation>这一路遇上的规则，条条都做到了。</translation>
    </message>
    <message>
        <source>%1 more where another sentence would have done better</source>
        <translation>还有 %1 条，换一句话会更好</translation>
    </message>
    <message>
        <source>%1 rules kept, with the sentences that kept them</source>
        <translation>做到的 %1 条，和做到它们的那句话</translation>
    </message>
</context>
<context>
    <name>RuleCardView</name>
    <message>
        <source>What you said, turn %1</source>
        <translation>您说的，第 %1 轮</translation>
    </message>
    <message>
        <source>What you did, turn %1</source>
        <translation>您做的，第 %1 轮</translation>
    </message>
    <message>
        <source>Also in turn %1</source>
        <translation>还有第 %1 轮</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between numbers of turns</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>One better sentence</source>
        <translation>可以这样说</translation>
    </message>
    <message>
        <source>Another option of this very moment</source>
        <translation>当时的另一个选项</translation>
    </message>
    <message>
        <source>A phrase of the rulebook</source>
        <translation>规则手册里的推荐用语</translation>
    </message>
    <message>
        <source>Another option of this very moment, which leaves the rule whole</source>
        <translation>当时的另一个选项，没有违反这一条</translation>
    </message>
</context>
<context>
    <name>RuleModel</name>
    <message>
        <source>Not met yet</source>
        <translation>还没遇到</translation>
    </message>
    <message>
        <source>Kept %1, missed %2, broken %3</source>
        <translation>做到 %1 次，错过 %2 次，违反 %3 次</translation>
    </message>
</context>
<context>
    <name>RulePicker</name>
    <message>
        <source>Pick a rule</source>
        <translation>选一条规则</translation>
    </message>
    <message>
        <source>Search the rules, in Chinese or English</source>
        <translation>搜索规则，中文英文都行</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>No rule has these words. Try fewer or others.</source>
        <translation>没有含这些字的规则，请少输几个字或换个说法。</translation>
    </message>
</context>
<context>
    <name>RuleSheet</name>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Where it is practised</source>
        <translation>在哪里练</translation>
    </message>
    <message>
        <source>No encounter in the library asks for it.</source>
        <translation>情景库里还没有情景练这一条。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>How much it weighs</source>
        <translation>分量</translation>
    </message>
    <message>
        <source>What it builds</source>
        <translation>它建立什么</translation>
    </message>
    <message>
        <source>What it follows</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>How I do on it</source>
        <translation>我做得怎样</translation>
    </message>
    <message>
        <source>Not met yet in an attempt that you finished.</source>
        <translation>在练完的情景里还没有遇到过这一条。</translation>
    </message>
    <message>
        <source>At stake in 1 attempt of yours.</source>
        <translation>你有 1 次练习遇到过这一条。</translation>
    </message>
    <message>
        <source>At stake in %1 attempts of yours.</source>
        <translation>你有 %1 次练习遇到过这一条。</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>做到</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>错过</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>违反</translation>
    </message>
</context>
<context>
    <name>RulebookPage</name>
    <message>
        <source>All rules</source>
        <translation>全部规则</translation>
    </message>
    <message>
        <source>Rulebook</source>
        <translation>规则手册</translation>
    </message>
    <message>
        <source>A word, in Chinese or English</source>
        <translation>搜一个词，中英文都行</translation>
    </message>
    <message>
        <source>Search the rules</source>
        <translation>搜索规则</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>I broke it</source>
        <translation>我违反过</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Older attempts are still being counted: %1 to go.</source>
        <translation>正在统计以前的练习，还有 %1 次。</translation>
    </message>
    <message>
        <source>No rule here was broken in the attempts that are counted.</source>
        <translation>在已统计的练习里，这里的规则都没有违反过</translation>
    </message>
    <message>
        <source>That says nothing yet about rules that you have not met.</source>
        <translation>还没遇到的规则，不在此列。</translation>
    </message>
    <message>
        <source>Show all rules</source>
        <translation>显示全部规则</translation>
    </message>
    <message>
        <source>No rule matches what you look for.</source>
        <translation>没有找到相关的规则</translation>
    </message>
    <message>
        <source>Try fewer characters, or another stage.</source>
        <translation>少输几个字，或换一个环节试试。</translation>
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message>
        <source>Cleanly kept with three different citizens, a rule is mastered; broken later, it is practised again.</source>
        <translation>面对三位不同的群众都完整做到，就算掌握；之后又违反，就重新练。</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>The mean share of its opportunities in which a rule was kept, ± the standard deviation.</source>
        <translation>每条规则在遇到时平均做到的比例，± 标准差。</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Kept on average</source>
        <translation>平均做到</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>做到</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>错过</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>违反</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>没有。</translation>
    </message>
    <message>
        <source>Show the others (%1 more)</source>
        <translation>显示其余的（还有 %1 条）</translation>
    </message>
    <message>
        <source>Kept %1, missed %2, broken %3; last met %4</source>
        <translation>做到 %1 次，错过 %2 次，违反 %3 次；上次遇到：%4</translation>
    </message>
    <message>
        <source>%1 of %2 clean keeps</source>
        <translation>完整做到 %1/%2 次</translation>
    </message>
</context>
<context>
    <name>SaveMenu</name>
    <message>
        <source>Save a report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Progress report as PDF…</source>
        <translation>进度报告（PDF）…</translation>
    </message>
    <message>
        <source>Progress report as a workbook…</source>
        <translation>进度报告（Excel 表格）…</translation>
    </message>
    <message>
        <source>Certificate: %1…</source>
        <translation>证书：%1…</translation>
    </message>
    <message>
        <source>Results to hand in…</source>
        <translation>要交的成绩…</translation>
    </message>
    <message>
        <source>Attempts for a learning record store…</source>
        <translation>给学习记录库的练习语句…</translation>
    </message>
    <message>
        <source>Sheet of everyone on this PC…</source>
        <translation>本机全体学员一览表…</translation>
    </message>
    <message>
        <source>Progress of %1.pdf</source>
        <translation>%1的学习进度.pdf</translation>
    </message>
    <message>
        <source>Progress of %1.xlsx</source>
        <translation>%1的学习进度.xlsx</translation>
    </message>
    <message>
        <source>Certificate of %1.pdf</source>
        <translation>%1的证书.pdf</translation>
    </message>
    <message>
        <source>Save results to hand in</source>
        <translation>保存要交的成绩</translation>
    </message>
    <message>
        <source>Attempts.json</source>
        <translation>练习语句.json</translation>
    </message>
    <message>
        <source>Class.xlsx</source>
        <translation>班级一览.xlsx</translation>
    </message>
</context>
<context>
    <name>SayFirst</name>
    <message>
        <source>What would you say?</source>
        <translation>您会怎么说？</translation>
    </message>
    <message>
        <source>Write it as you would say it at the counter.</source>
        <translation>在窗口怎么说，就怎么写。</translation>
    </message>
    <message>
        <source>Say it</source>
        <translation>就这么说</translation>
    </message>
    <message>
        <source>Show the options</source>
        <translation>直接看选项</translation>
    </message>
</context>
<context>
    <name>ScenarioCard</name>
    <message>
        <source>1 problem</source>
        <translation>1 处问题</translation>
    </message>
    <message>
        <source>%1 problems</source>
        <translation>%1 处问题</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>考试</translation>
    </message>
    <message>
        <source>Best %1</source>
        <translation>最好 %1 分</translation>
    </message>
    <message>
        <source>Not yet practised</source>
        <translation>还没练过</translation>
    </message>
    <message>
        <source>Just begun</source>
        <translation>刚刚开始</translation>
    </message>
    <message>
        <source>Stopped after 1 turn</source>
        <translation>练到一半，答了 1 轮</translation>
    </message>
    <message>
        <source>Stopped after %1 turns</source>
        <translation>练到一半，答了 %1 轮</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>接着练</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Show all problems</source>
        <translation>查看全部问题</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>从头再来</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>看示范</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>About %1 min</source>
        <translation>约 %1 分钟</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>第 %1 行第 %2 列：%3</translation>
    </message>
    <message>
        <source>Take the exam (E)</source>
        <translation>参加考试（E）</translation>
    </message>
    <message>
        <source>Watch how it can go</source>
        <translation>看看可以怎么做</translation>
    </message>
    <message>
        <source>Cannot be practised yet</source>
        <translation>暂时不能练</translation>
    </message>
</context>
<context>
    <name>ScenarioForm</name>
    <message>
        <source>Begins with</source>
        <translation>开场</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Summary, for the card in the library</source>
        <translation>简介，显示在情景库的卡片上</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女声</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男声</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>场所</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>见面方式</translation>
    </message>
    <message>
        <source>At the counter</source>
        <translation>在窗口</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>Passed from</source>
        <translation>及格分</translation>
    </message>
    <message>
        <source>60</source>
        <translation>60</translation>
    </message>
    <message>
        <source>The citizen</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Who this is</source>
        <translation>是个什么样的人</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Mood at first</source>
        <translation>起初的心情</translation>
    </message>
    <message>
        <source>50</source>
        <translation>50</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>嗓音</translation>
    </message>
    <message>
        <source>Words a minute</source>
        <translation>每分钟字数</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>平常</translation>
    </message>
    <message>
        <source>Hidden needs: what the citizen does not say</source>
        <translation>隐藏需求：没有说出口的</translation>
    </message>
    <message>
        <source>Variables: what the scenario remembers</source>
        <translation>变量：情景要记住的事</translation>
    </message>
</context>
<context>
    <name>ScenarioViews</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>+ Scene</source>
        <translation>+ 场景</translation>
    </message>
    <message>
        <source>+ Ending</source>
        <translation>+ 结局</translation>
    </message>
    <message>
        <source>The scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>结局</translation>
    </message>
</context>
<context>
    <name>SceneForm</name>
    <message>
        <source>then</source>
        <translation>到时</translation>
    </message>
    <message>
        <source>nothing happens</source>
        <translation>什么也不发生</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Recovery scene</source>
        <translation>补救场景</translation>
    </message>
    <message>
        <source>The citizen thinks, and does not say</source>
        <translation>心里想、没有说出口的</translation>
    </message>
    <message>
        <source>Hint for the learner</source>
        <translation>给学员的提示</translation>
    </message>
    <message>
        <source>Note for the facilitator</source>
        <translation>给带教老师的备注</translation>
    </message>
    <message>
        <source>Seconds to answer</source>
        <translation>限时（秒）</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限时</translation>
    </message>
    <message>
        <source>It exists only because something went wrong before; rules kept in it earn nothing</source>
        <translation>只因为前面出了差错才有这一幕；在这里做到的规则不得分</translation>
    </message>
    <message>
        <source>What only the debrief, the hint button and the facilitator show</source>
        <translation>只在复盘、提示按钮和带教老师那里显示的</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>回应</translation>
    </message>
    <message>
        <source>+ Response</source>
        <translation>+ 回应</translation>
    </message>
</context>
<context>
    <name>SceneMap</name>
    <message>
        <source>Where shall the new response lead? Choose with the arrow keys and Enter, or click. Esc: stop</source>
        <translation>新回应通向哪里？用方向键选好按回车，或直接点选；按 Esc 放弃</translation>
    </message>
    <message>
        <source>the inspection</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Where shall “%1” lead? Choose with the arrow keys and Enter, or click. Esc: stop</source>
        <translation>“%1”通向哪里？用方向键选好按回车，或直接点选；按 Esc 放弃</translation>
    </message>
    <message>
        <source>Not reached from the start</source>
        <translation>从开头走不到的场景</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>改名…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Lead a response elsewhere</source>
        <translation>让回应通向别处</translation>
    </message>
    <message>
        <source>New response to a new scene</source>
        <translation>新回应，通向新场景</translation>
    </message>
    <message>
        <source>New response to…</source>
        <translation>新回应，通向…</translation>
    </message>
    <message>
        <source>Map of scenes</source>
        <translation>场景地图</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>没有选中场景</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>办成了</translation>
    </message>
    <message>
        <source>Not resolved</source>
        <translation>没办成</translation>
    </message>
    <message>
        <source>after the inspection</source>
        <translation>检查之后</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation>%1 → %2：%3</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>还有 %1 条</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 处错误</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 处错误</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 处提醒</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 处提醒</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts of problems</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>at most %1 of 5 stars</source>
        <translation>好差评最高 %1 星</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>结局</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Recovery scene</source>
        <translation>补救场景</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>现在在这里</translation>
    </message>
    <message>
        <source>%1 leads to %2</source>
        <translation>%1 通向 %2</translation>
    </message>
    <message>
        <source>%1, taken %2 times</source>
        <translation>%1，选过 %2 次</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the things said of a scene</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Drag from here: a new response</source>
        <translation>从这里拖出一条新回应</translation>
    </message>
</context>
<context>
    <name>ScenesSection</name>
    <message>
        <source>Scenes</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>练习次数</translation>
    </message>
    <message>
        <source>Points at stake</source>
        <translation>最多相差（分）</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>Discrimination</source>
        <translation>区分度</translation>
    </message>
    <message>
        <source>★ marks the scene where most is at stake. Below %1 passes a scene has too few yet.</source>
        <translation>★ 是最要紧的一场。少于 %1 次练习的场景，样本还太少。</translation>
    </message>
    <message>
        <source>Share of passes that chose best</source>
        <translation>选了最佳的比例</translation>
    </message>
    <message>
        <source>Options that nobody takes</source>
        <translation>没人选的选项</translation>
    </message>
    <message>
        <source>Option that nobody takes</source>
        <translation>没人选的选项</translation>
    </message>
    <message>
        <source>★ %1</source>
        <comment>the scene where most is at stake</comment>
        <translation>★ %1</translation>
    </message>
</context>
<context>
    <name>SetField</name>
    <message>
        <source>as it was</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Every change applies at once.</source>
        <translation>改动立即生效。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Of the window; the scenarios follow where they are written in it.</source>
        <translation>界面和情景都用这种语言。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Everything grows with it, on the projector too.</source>
        <translation>所有文字一起变大，投影时也一样。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>High contrast helps tired eyes and faint projectors.</source>
        <translation>眼睛累了或投影偏暗时，可以用高对比度。</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动效</translation>
    </message>
    <message>
        <source>Faces and words may come in gently, or at once.</source>
        <translation>人物和文字可以渐渐出现，也可以直接出现。</translation>
    </message>
    <message>
        <source>Gentle</source>
        <translation>渐现</translation>
    </message>
    <message>
        <source>None</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Time limits</source>
        <translation>限时</translation>
    </message>
    <message>
        <source>Some scenes wait only so long for a response.</source>
        <translation>有些场景只等一会儿。</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>按情景</translation>
    </message>
    <message>
        <source>1.5 times as long</source>
        <translation>1.5 倍</translation>
    </message>
    <message>
        <source>Twice as long</source>
        <translation>2 倍</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>不限时</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>What a response did to the rules, after each one or only in the debrief.</source>
        <translation>每轮回应做到或违反了哪些规则，当场就看，还是复盘时再看。</translation>
    </message>
    <message>
        <source>In the debrief</source>
        <translation>复盘时</translation>
    </message>
    <message>
        <source>After each response</source>
        <translation>每轮之后</translation>
    </message>
    <message>
        <source>Say it first</source>
        <translation>先说再选</translation>
    </message>
    <message>
        <source>Before the options show, write what you would say. It is kept and never scored; not in exams.</source>
        <translation>先写下您会怎么说，再看选项。写的会留着，不计分；考试中没有。</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>say it first</comment>
        <translation>关</translation>
    </message>
    <message>
        <source>On</source>
        <comment>say it first</comment>
        <translation>开</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Citizens say their lines aloud.</source>
        <translation>群众的话会念出来。</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>sound</comment>
        <translation>关</translation>
    </message>
    <message>
        <source>On</source>
        <comment>sound</comment>
        <translation>开</translation>
    </message>
    <message>
        <source>Speed of speech</source>
        <translation>语速</translation>
    </message>
    <message>
        <source>Each citizen has a pace of their own; all of them follow this.</source>
        <translation>每位群众说话有快有慢，在此基础上一起调整。</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>慢一些</translation>
    </message>
    <message>
        <source>As they speak</source>
        <translation>各人原速</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>快一些</translation>
    </message>
    <message>
        <source>The record of everybody who practises here, and its backups.</source>
        <translation>这里保存所有人的练习记录和备份。</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Move it elsewhere…</source>
        <translation>搬到别处……</translation>
    </message>
    <message>
        <source>The folder could not be opened. It is at the place written here.</source>
        <translation>文件夹没能打开，它的位置写在上面。</translation>
    </message>
    <message>
        <source>Learning record store</source>
        <translation>学习记录库</translation>
    </message>
    <message>
        <source>Finished attempts go to your organisation, as its administrator has set.</source>
        <translation>练完的练习会按管理员的设置送到单位。</translation>
    </message>
</context>
<context>
    <name>ShelfBar</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>All scenarios</source>
        <translation>全部情景</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进步</translation>
    </message>
    <message>
        <source>Class results</source>
        <translation>班级成绩</translation>
    </message>
    <message>
        <source>Rulebook</source>
        <translation>规则手册</translation>
    </message>
    <message>
        <source>Phrase drill</source>
        <translation>用语练习</translation>
    </message>
    <message>
        <source>Write scenarios</source>
        <translation>编写情景</translation>
    </message>
    <message>
        <source>Lead a class</source>
        <translation>带一堂课</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>What would have followed</source>
        <translation>如果那样，会是这样</translation>
    </message>
    <message>
        <source>What you tried</source>
        <translation>退回后试的</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>实际发生的</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>得分 %1</translation>
    </message>
    <message>
        <source>%1 of 5 stars</source>
        <translation>五星中的 %1 星</translation>
    </message>
    <message>
        <source>no level yet</source>
        <translation>未到基本服务</translation>
    </message>
    <message>
        <source>basic service</source>
        <translation>基本服务</translation>
    </message>
    <message>
        <source>proactive service</source>
        <translation>主动服务</translation>
    </message>
    <message>
        <source>moving service</source>
        <translation>感动服务</translation>
    </message>
    <message>
        <source>Passed, %1</source>
        <translation>通过，%1</translation>
    </message>
    <message>
        <source>Not passed, %1</source>
        <translation>未通过，%1</translation>
    </message>
    <message>
        <source>the end: %1</source>
        <translation>结局：%1</translation>
    </message>
    <message>
        <source>Here you went back to the first pass.</source>
        <translation>在这里回到了第一遍。</translation>
    </message>
    <message>
        <source>Turn %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>From there no ending can be reached.</source>
        <translation>从那里走不到任何结局。</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>结局</translation>
    </message>
    <message>
        <source>What %1 tells a neighbour</source>
        <translation>%1回头跟邻居这样说</translation>
    </message>
</context>
<context>
    <name>Slides</name>
    <message>
        <source>The vote</source>
        <translation>表决</translation>
    </message>
    <message>
        <source>First vote</source>
        <translation>第一次</translation>
    </message>
    <message>
        <source>After discussion</source>
        <translation>讨论以后</translation>
    </message>
    <message>
        <source>Not in the mood that the citizen is in</source>
        <translation>以对方现在的心情，还说不了这一句</translation>
    </message>
    <message>
        <source>Something said or done before is in the way</source>
        <translation>前面说过、做过的，让这一项走不通了</translation>
    </message>
    <message>
        <source>Talk it over, then vote again</source>
        <translation>先讨论，再表决一次</translation>
    </message>
    <message>
        <source>What if… (this does not count)</source>
        <translation>如果当时……（不计入这堂课）</translation>
    </message>
    <message>
        <source>Better here:</source>
        <translation>这里更好的做法：</translation>
    </message>
    <message>
        <source>This is the best here:</source>
        <translation>这就是这里最好的做法：</translation>
    </message>
    <message>
        <source>The clerk</source>
        <translation>窗口人员</translation>
    </message>
    <message>
        <source>The class</source>
        <translation>全班</translation>
    </message>
</context>
<context>
    <name>SpeechPanel</name>
    <message>
        <source>What is being said</source>
        <translation>正在说的话</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>What must not be said, and what to say instead</source>
        <translation>不能说的话，换成怎么说</translation>
    </message>
    <message>
        <source>A few minutes, %1 phrases. Some you choose, some you write in your own words and compare for yourself. What you miss comes back, in this round and in later ones.</source>
        <translation>几分钟，%1 句话。有的选一句，有的用自己的话写、自己对照。没答好的，这一轮和以后几轮还会再来。</translation>
    </message>
    <message>
        <source>From which part of a visit? %1 phrases</source>
        <translation>练哪个环节？共 %1 句</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>1 phrase that you missed comes back.</source>
        <translation>有 1 句上次没答好的会再来。</translation>
    </message>
    <message>
        <source>%1 phrases that you missed come back.</source>
        <translation>有 %1 句上次没答好的会再来。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Lead a class</source>
        <translation>带一堂课</translation>
    </message>
    <message>
        <source>The class sees the projector; you lead from this window. Hands are counted, and nothing of it goes into anybody&apos;s own record.</source>
        <translation>全班看大屏，您在这个窗口里带课。举手计票，不会记进任何人的个人记录。</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Class or group</source>
        <translation>班级或小组</translation>
    </message>
    <message>
        <source>First team</source>
        <translation>第一队</translation>
    </message>
    <message>
        <source>Second team</source>
        <translation>第二队</translation>
    </message>
    <message>
        <source>Projector on</source>
        <translation>大屏放在</translation>
    </message>
    <message>
        <source>Who votes</source>
        <translation>谁来表决</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>左边</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>右边</translation>
    </message>
    <message>
        <source>The whole class</source>
        <translation>全班一起</translation>
    </message>
    <message>
        <source>Two teams in turn</source>
        <translation>两队轮流</translation>
    </message>
    <message>
        <source>Begin the class</source>
        <translation>开始上课</translation>
    </message>
    <message>
        <source>Alone it takes about %1 minutes; with votes and talk, plan for more.</source>
        <translation>一个人练约 %1 分钟；全班要表决、要讨论，请多留些时间。</translation>
    </message>
    <message>
        <source>Name the class or group first.</source>
        <translation>请先写上班级或小组的名字。</translation>
    </message>
    <message>
        <source>Give the two teams different names.</source>
        <translation>请给两队起不同的名字。</translation>
    </message>
</context>
<context>
    <name>StepsPanel</name>
    <message>
        <source>Tell the next line</source>
        <translation>说下一句</translation>
    </message>
    <message>
        <source>Show the options</source>
        <translation>亮出选项</translation>
    </message>
    <message>
        <source>Show how it ended</source>
        <translation>亮出结局</translation>
    </message>
    <message>
        <source>Follow option %1</source>
        <translation>采纳第 %1 项</translation>
    </message>
    <message>
        <source>Show the vote</source>
        <translation>亮出票数</translation>
    </message>
    <message>
        <source>Vote once more</source>
        <translation>再表决一次</translation>
    </message>
    <message>
        <source>Show both votes</source>
        <translation>亮出两次票数</translation>
    </message>
    <message>
        <source>Show the rules</source>
        <translation>亮出规则</translation>
    </message>
    <message>
        <source>Show the best option</source>
        <translation>亮出最好的做法</translation>
    </message>
    <message>
        <source>Choose which option to follow</source>
        <translation>请选定采纳哪一项</translation>
    </message>
    <message>
        <source>Go on to the next moment</source>
        <translation>进入下一刻</translation>
    </message>
    <message>
        <source>Finish the class</source>
        <translation>结束这堂课</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>往回</translation>
    </message>
    <message>
        <source>Black out</source>
        <translation>黑屏</translation>
    </message>
    <message>
        <source>Second vote</source>
        <translation>再次表决</translation>
    </message>
    <message>
        <source>Back from what-if</source>
        <translation>从“如果当时”回来</translation>
    </message>
    <message>
        <source>Show score</source>
        <translation>亮出得分</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Bright room</source>
        <translation>亮教室</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键表</translation>
    </message>
    <message>
        <source>Light again</source>
        <translation>亮起</translation>
    </message>
    <message>
        <source>Hide score</source>
        <translation>收起得分</translation>
    </message>
    <message>
        <source>What the class sees</source>
        <translation>全班看到的画面</translation>
    </message>
</context>
<context>
    <name>StopRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Not in the library, or its file must be mended first</source>
        <translation>情景库里没有，或它的文件要先改好</translation>
    </message>
    <message>
        <source>Stopped in the middle</source>
        <translation>练到一半</translation>
    </message>
    <message>
        <source>Not passed yet</source>
        <translation>还没通过</translation>
    </message>
    <message>
        <source>Best %1</source>
        <translation>最好 %1 分</translation>
    </message>
    <message>
        <source>Comes next</source>
        <translation>接下来练这个</translation>
    </message>
    <message>
        <source>Not yet practised</source>
        <translation>还没练过</translation>
    </message>
    <message>
        <source>Take the exam (E)</source>
        <translation>参加考试（E）</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>calm</source>
        <translation>平静</translation>
    </message>
    <message>
        <source>pleased</source>
        <translation>高兴</translation>
    </message>
    <message>
        <source>anxious</source>
        <translation>着急</translation>
    </message>
    <message>
        <source>angry</source>
        <translation>生气</translation>
    </message>
    <message>
        <source>sad</source>
        <translation>难过</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>感动</translation>
    </message>
    <message>
        <source>Narrator</source>
        <translation>旁白</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>群众</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>窗口人员</translation>
    </message>
    <message>
        <source>At the counter</source>
        <translation>在窗口</translation>
    </message>
    <message>
        <source>On the telephone</source>
        <translation>打电话</translation>
    </message>
    <message>
        <source>In a chat</source>
        <translation>网上聊天</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Instead of “%1”</source>
        <translation>不说“%1”，可以说</translation>
    </message>
    <message>
        <source>Keep an eye on these</source>
        <translation>这几句多留意</translation>
    </message>
    <message>
        <source>They come back in the rounds to come, until they come by themselves.</source>
        <translation>以后几轮还会再来，直到脱口而出。</translation>
    </message>
    <message>
        <source>Nothing was missed in this round</source>
        <translation>这一轮没有遗漏</translation>
    </message>
    <message>
        <source>That speaks for these phrases and this moment; at the counter they come when one is tired.</source>
        <translation>这只说明这几句、这一刻。真到窗口，考验多半在累的时候来。</translation>
    </message>
    <message>
        <source>Another round</source>
        <translation>再来一轮</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>回到情景库</translation>
    </message>
</context>
<context>
    <name>TimeLine</name>
    <message>
        <source>Left and right go from turn to turn.</source>
        <translation>左右方向键，一轮一轮地走。</translation>
    </message>
</context>
<context>
    <name>TimerRing</name>
    <message>
        <source>%1 seconds left</source>
        <translation>还剩 %1 秒</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Counter Practice</source>
        <translation>窗口演练</translation>
    </message>
    <message>
        <source>Title, citizen or stage</source>
        <translation>标题、人物、环节</translation>
    </message>
    <message>
        <source>Search the scenarios</source>
        <translation>搜索情景</translation>
    </message>
    <message>
        <source>Language: switch to %1</source>
        <translation>语言：切换到 %1</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>TranscriptPanel</name>
    <message>
        <source>What has been said</source>
        <translation>说过的话</translation>
    </message>
    <message>
        <source>Step back to turn %1</source>
        <translation>退回第 %1 轮</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>您：%1</translation>
    </message>
    <message>
        <source>%2: %1</source>
        <translation>%2：%1</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Speed: %1 times</source>
        <translation>速度：%1 倍</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>From the beginning</source>
        <translation>从头放</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>%1 (Space)</source>
        <translation>%1（空格）</translation>
    </message>
    <message>
        <source>A step back</source>
        <translation>退一步</translation>
    </message>
    <message>
        <source>A step back (Left); a turn back (Page Up)</source>
        <translation>退一步（左方向键）；退一轮（Page Up）</translation>
    </message>
    <message>
        <source>A step on</source>
        <translation>进一步</translation>
    </message>
    <message>
        <source>A step on (Right); a turn on (Page Down)</source>
        <translation>进一步（右方向键）；进一轮（Page Down）</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>慢一点</translation>
    </message>
    <message>
        <source>Slower (-)</source>
        <translation>慢一点（-）</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>快一点</translation>
    </message>
    <message>
        <source>Faster (+)</source>
        <translation>快一点（+）</translation>
    </message>
</context>
<context>
    <name>TrendSection</name>
    <message>
        <source>Filled dots are first passes of an encounter, and the line joins them; rings are repeats.</source>
        <translation>实心点是每个情景的第一次练习，用线连起来；空心圈是重练。</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>一路走来</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Encounter</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>第几次</translation>
    </message>
</context>
<context>
    <name>TurnSection</name>
    <message>
        <source>The moment you named</source>
        <translation>您选的关键一刻</translation>
    </message>
    <message>
        <source>Hint used</source>
        <translation>用了提示</translation>
    </message>
    <message>
        <source>What %1 did not say</source>
        <translation>%1没说出口的</translation>
    </message>
    <message>
        <source>You ticked</source>
        <translation>您的检查</translation>
    </message>
    <message>
        <source>A need that was not spoken is met: %1</source>
        <translation>满足了一个没说出口的需要：%1</translation>
    </message>
    <message>
        <source>You would have said</source>
        <translation>您本来会说</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Something went wrong before this moment: keeping the rules mends here, but earns no points.</source>
        <translation>走到这一幕，是因为前面出了岔子：守住规则是在补救，不另外得分。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>A better option here</source>
        <translation>这里更好的做法</translation>
    </message>
    <message>
        <source>What if it had been answered otherwise?</source>
        <translation>如果当时换一种回应呢？</translation>
    </message>
    <message>
        <source>Turn %1, side by side with another option</source>
        <translation>第 %1 轮，和另一个选项并排看</translation>
    </message>
    <message>
        <source>What it would have led to</source>
        <translation>接下来会是这样</translation>
    </message>
    <message>
        <source>The end: %1</source>
        <translation>结局：%1</translation>
    </message>
    <message>
        <source>After it, a score of up to %1 was still within reach; after what was chosen, up to %2.</source>
        <translation>这样做，之后最高还能拿到 %1 分；按当时的选择，最高 %2 分。</translation>
    </message>
    <message>
        <source>Turn %1: %2</source>
        <translation>第 %1 轮：%2</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Mood %1</source>
        <translation>心情 %1</translation>
    </message>
    <message>
        <source>Mood %1, as before</source>
        <translation>心情 %1，没有变</translation>
    </message>
    <message>
        <source>In order, and ticked: %1</source>
        <translation>本来没有问题，却勾选了：%1</translation>
    </message>
    <message>
        <source>Overlooked: %1</source>
        <translation>没看出来：%1</translation>
    </message>
    <message>
        <source>Put right: %1</source>
        <translation>已整改：%1</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>做到</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>错过</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>违反</translation>
    </message>
</context>
<context>
    <name>VersionsQuestion</name>
    <message>
        <source>Saved versions</source>
        <translation>保存过的版本</translation>
    </message>
    <message>
        <source>Each time you save, the version is kept here; the last twenty can be had back.</source>
        <translation>每次保存都会在这里留一份，最近二十份可以取回。</translation>
    </message>
    <message>
        <source>What has changed since</source>
        <translation>从那时到现在的变化</translation>
    </message>
    <message>
        <source>Have it back</source>
        <translation>取回这一份</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>没有变化</translation>
    </message>
</context>
<context>
    <name>Way</name>
    <message>
        <source>The model</source>
        <translation>示范走法</translation>
    </message>
    <message>
        <source>The failing play</source>
        <translation>失败走法</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>What followed</source>
        <translation>后来</translation>
    </message>
    <message>
        <source>Put right: %1</source>
        <translation>已整改：%1</translation>
    </message>
    <message>
        <source>In order, and ticked: %1</source>
        <translation>本来没有问题，却勾选了：%1</translation>
    </message>
    <message>
        <source>Overlooked: %1</source>
        <translation>没看出来：%1</translation>
    </message>
    <message>
        <source>The end: %1</source>
        <translation>结局：%1</translation>
    </message>
    <message>
        <source>Mood %1</source>
        <translation>心情 %1</translation>
    </message>
    <message>
        <source>Mood %1, as before</source>
        <translation>心情 %1，没有变</translation>
    </message>
    <message>
        <source>The clerk</source>
        <translation>窗口人员</translation>
    </message>
    <message>
        <source>%2: %1</source>
        <translation>%2：%1</translation>
    </message>
</context>
<context>
    <name>WhatIfView</name>
    <message>
        <source>What if</source>
        <translation>如果当时</translation>
    </message>
    <message>
        <source>Back to the debrief</source>
        <translation>回到复盘</translation>
    </message>
    <message>
        <source>Turn %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>After stepping back</source>
        <translation>退回以后</translation>
    </message>
    <message>
        <source>One could have said</source>
        <translation>当时还可以这样说</translation>
    </message>
    <message>
        <source>One could have ticked</source>
        <translation>当时还可以这样勾选</translation>
    </message>
    <message>
        <source>Instead of: %1</source>
        <translation>代替这一句：%1</translation>
    </message>
</context>
<context>
    <name>YamlPane</name>
    <message>
        <source>The file&apos;s text</source>
        <translation>文件原文</translation>
    </message>
</context>
<context>
    <name>_Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>_ItemForm</name>
    <message>
        <source>Is a fault</source>
        <translation>是毛病</translation>
    </message>
    <message>
        <source>What is seen</source>
        <translation>看到的</translation>
    </message>
    <message>
        <source>Why, for the debrief</source>
        <translation>为什么，复盘时显示</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>规则：%1</translation>
    </message>
</context>
<context>
    <name>_Needs</name>
    <message>
        <source>+ Hidden need</source>
        <translation>+ 隐藏需求</translation>
    </message>
    <message>
        <source>Give it another id</source>
        <translation>改编号</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>_PlansView</name>
    <message>
        <source>Test plans</source>
        <translation>试走计划</translation>
    </message>
    <message>
        <source>Take the changes over into the plans</source>
        <translation>把改动收进计划</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Who speaks</source>
        <translation>谁说</translation>
    </message>
    <message>
        <source>same face</source>
        <translation>表情不变</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>表情</translation>
    </message>
</context>
<context>
    <name>_Variables</name>
    <message>
        <source>+ Yes or no</source>
        <translation>+ 是或否</translation>
    </message>
    <message>
        <source>+ Number</source>
        <translation>+ 数字</translation>
    </message>
    <message>
        <source>starts as</source>
        <translation>起初是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Give it another name</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
</TS>
