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
        <source>Up and Down walk the turns; Enter unfolds what was possible.</source>
        <translation>按上下键逐轮看，按回车展开更好的做法。</translation>
    </message>
    <message>
        <source>You left open which moment mattered most. Does one stand out now?</source>
        <translation>哪一刻最关键，您当时没有选。现在再看，有哪一刻不一样吗？</translation>
    </message>
    <message>
        <source>The moment that mattered most to you was turn %1: “%2”</source>
        <translation>您选的关键一刻是第 %1 轮：“%2”</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>收场</translation>
    </message>
    <message>
        <source>Play again from the start</source>
        <translation>从头再来一次</translation>
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
    <name>Choices</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
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
        <source>Record the result again</source>
        <translation>再存一次结果</translation>
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
    <name>InspectionCard</name>
    <message>
        <source>Put these right</source>
        <translation>整改这些</translation>
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
    <name>LibraryPage</name>
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
    <message>
        <source>Change learner</source>
        <translation>换人练习</translation>
    </message>
    <message>
        <source>Hello, %1.</source>
        <translation>你好，%1</translation>
    </message>
    <message>
        <source>Welcome.</source>
        <translation>欢迎</translation>
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
        <source>%1 of %2 scenarios</source>
        <translation>找到 %1 个，共 %2 个情景</translation>
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
        <source>Reading the scenarios…</source>
        <translation>正在读取情景……</translation>
    </message>
    <message>
        <source>The rulebook</source>
        <translation>规则手册</translation>
    </message>
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
    <name>MainWindow</name>
    <message>
        <source>Counter Practice</source>
        <translation>窗口演练</translation>
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
    <name>PracticePage</name>
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
        <source>Counter Practice</source>
        <translation>窗口演练</translation>
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
        <source>Cannot be practised yet</source>
        <translation>暂时不能练</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
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
        <source>The folder could not be opened. It is at the place written here.</source>
        <translation>文件夹没能打开，它的位置写在上面。</translation>
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
    <name>TimerRing</name>
    <message>
        <source>%1 seconds left</source>
        <translation>还剩 %1 秒</translation>
    </message>
</context>
<context>
    <name>TranscriptPanel</name>
    <message>
        <source>What has been said</source>
        <translation>说过的话</translation>
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
    <name>TurnSection</name>
    <message>
        <source>points %1</source>
        <translation>%1 点</translation>
    </message>
    <message>
        <source>mood %1</source>
        <translation>心情 %1</translation>
    </message>
    <message>
        <source>The moment you named</source>
        <translation>您选的关键一刻</translation>
    </message>
    <message>
        <source>What %1 did not say</source>
        <translation>%1没说出口的</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
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
        <source>Something went wrong before this moment: keeping the rules mends here, but earns no points.</source>
        <translation>走到这一幕，是因为前面出了岔子：守住规则是在补救，不另外得分。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Critical rule: %1</source>
        <translation>关键规则：%1</translation>
    </message>
    <message>
        <source>A better option here</source>
        <translation>这里更好的做法</translation>
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
</TS>
