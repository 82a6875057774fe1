// The phones' page. Written in ECMAScript 5, for the browsers of old phones; nothing is kept but the server's cookie.
(function () {
  'use strict';

  var EVERY = 1000; // milliseconds between two questions
  var PATIENCE = 4000; // for an answer
  var LATER = 2000; // before trying again what failed
  var LOST_FOR = 60000; // after which the class is probably over

  var WORDS = {
    zh: {
      title: '窗口演练 · 手机投票',
      name: '窗口演练 · 课堂投票',
      other: 'English',
      code: { heading: '加入课堂', advice: '请输入大屏幕上的六位数字，只需一次。' },
      waiting: { heading: '已经加入', advice: '请看大屏幕，投票开始后，选项会出现在这里。' },
      open: { heading: '请选一项', advice: '选项内容在大屏幕上。截止之前可以改。' },
      closed: { heading: '投票已截止', advice: '请看大屏幕。' },
      over: { heading: '课堂已结束', advice: '谢谢参与。投票和加入记录都已清除，可以关掉这一页。' },
      codeLabel: '六位数字',
      enter: '加入',
      option: '选项 ',
      chosen: '您选了 ',
      notChosen: '这一轮您没有投票。',
      sending: '正在发送……',
      wrong: '数字不对，请再看一眼大屏幕。',
      sixDigits: '需要六位数字。',
      tooMany: '试得太多了，请过一分钟再输入。',
      full: '加入的手机已满，请举手投票。',
      lost: '连不上了，正在重试。请看看 Wi-Fi 是否还连着。',
      gone: '一直连不上：可能课堂已结束，也可能 Wi-Fi 断了。连上后这里会自动恢复。'
    },
    en: {
      title: 'Counter Practice · vote by phone',
      name: 'Counter Practice · class vote',
      other: '中文',
      code: { heading: 'Join the class', advice: 'Enter the six digits from the big screen, just once.' },
      waiting: { heading: 'You have joined', advice: 'Watch the big screen. When a vote opens, the options appear here.' },
      open: { heading: 'Choose one', advice: 'The options are on the big screen. You may change your vote until it closes.' },
      closed: { heading: 'The vote is closed', advice: 'Look at the big screen.' },
      over: { heading: 'The class is over', advice: 'Thank you. Votes and phones are forgotten; you may close this page.' },
      codeLabel: 'Six digits',
      enter: 'Join',
      option: 'Option ',
      chosen: 'You chose ',
      notChosen: 'You did not vote this time.',
      sending: 'Sending…',
      wrong: 'That is not the code. Please look at the big screen again.',
      sixDigits: 'Six digits are needed.',
      tooMany: 'Too many tries. Please wait a minute.',
      full: 'No more phones can join. Please vote by raising your hand.',
      lost: 'No connection; trying again. Is the Wi-Fi still on?',
      gone: 'Still no connection: the class may be over, or the Wi-Fi is off. This page goes on by itself once it is back.'
    }
  };

  var root = document.documentElement;
  var language = window.location.hash.slice(1);
  var moment = null; // what the server said last, as it is shown
  var tag = ''; // its ETag
  var code = ''; // what the server has not yet looked at
  var wanted = null; // a vote that it has not yet answered: {vote, option}
  var note = ''; // the key of a sentence about joining
  var lostSince = 0;
  var asking = false;
  var timer = 0;

  if (!WORDS.hasOwnProperty(language)) { language = root.lang === 'en' ? 'en' : 'zh'; }

  function byId(id) { return document.getElementById(id); }

  function tell(id, words) {
    var place = byId(id);
    if (place.textContent !== words) { place.textContent = words; } // or a screen reader would say it again
  }

  function show(id, visible) { byId(id).hidden = !visible; }

  // Asking the server

  function ask(method, path, body, answered) {
    var request = new XMLHttpRequest();
    asking = true;
    window.clearTimeout(timer);
    request.open(method, path);
    request.timeout = PATIENCE;
    if (body) { request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded'); }
    if (method === 'GET' && tag) { request.setRequestHeader('If-None-Match', tag); }
    request.onreadystatechange = function () {
      if (request.readyState !== 4) { return; }
      var status = request.status;
      asking = false;
      if (status === 0) {
        lostSince = lostSince || new Date().getTime();
      } else {
        lostSince = 0;
        answered(status);
        if (status === 200 || status === 409) { take(request); }
      }
      draw();
      if (!moment || moment.phase !== 'over') {
        timer = window.setTimeout(next, status < 200 || status === 429 || status >= 500 ? LATER : code || wanted ? 0 : EVERY);
      }
    };
    request.send(body);
  }

  function take(request) {
    var fresh = JSON.parse(request.responseText);
    var turned = !moment || fresh.phase !== moment.phase || fresh.vote !== moment.vote;
    var first = !moment;
    tag = request.getResponseHeader('ETag') || '';
    moment = fresh;
    if (turned) {
      draw();
      if (!first) { byId('heading').focus(); } // so that a screen reader says what has come
    }
  }

  function next() {
    if (asking) { return; } // what is still to be sent follows its answer
    if (code) {
      sendCode(code);
    } else if (wanted) {
      sendVote(wanted);
    } else {
      ask('GET', '/moment', null, function () {});
    }
  }

  function sendCode(sent) {
    ask('POST', '/join', 'code=' + sent, function (status) {
      code = '';
      note = { 403: 'wrong', 429: 'tooMany', 503: 'full' }[status] || '';
      if (note) { byId('code').value = ''; }
    });
  }

  function sendVote(sent) {
    ask('POST', '/vote', 'vote=' + sent.vote + '&option=' + sent.option, function (status) {
      if (wanted === sent && status !== 429 && status < 500) { wanted = null; }
    });
  }

  // Showing what it said

  function chosen() {
    return wanted && wanted.vote === moment.vote && moment.phase === 'open' ? wanted.option : moment.mine;
  }

  function wordsOf(option) {
    if (!option.words) { return ''; }
    return typeof option.words === 'string' ? option.words : option.words[language] || option.words.zh || '';
  }

  function part(kind, words) {
    var element = document.createElement('span');
    element.className = kind;
    element.textContent = words;
    return element;
  }

  function choose(option) {
    return function () {
      if (moment.phase !== 'open') { return; }
      wanted = { vote: moment.vote, option: option.number };
      draw();
      next();
    };
  }

  function drawOptions() {
    var list = byId('options');
    var shape = JSON.stringify([language, moment.vote, moment.options]);
    var worded = false;
    var mine = chosen();
    var i, option, item, button;
    if (list.shape !== shape) {
      list.shape = shape;
      list.textContent = '';
      for (i = 0; i < moment.options.length; i += 1) {
        option = moment.options[i];
        item = document.createElement('li');
        button = document.createElement('button');
        button.type = 'button';
        button.appendChild(part('number', option.number));
        if (option.words) {
          worded = true;
          button.appendChild(part('words', wordsOf(option)));
        }
        button.appendChild(part('mark', ''));
        button.setAttribute('aria-label', WORDS[language].option + option.number + (option.words ? ': ' + wordsOf(option) : ''));
        button.onclick = choose(option);
        item.appendChild(button);
        list.appendChild(item);
      }
      list.className = worded ? 'worded' : '';
    }
    for (i = 0; i < moment.options.length; i += 1) {
      button = list.children[i].firstChild;
      option = moment.options[i];
      button.disabled = moment.phase !== 'open';
      button.setAttribute('aria-pressed', String(option.number === mine));
      button.lastChild.textContent = option.number === mine ? '✓' : '';
    }
  }

  function status(words) {
    if (lostSince) { return new Date().getTime() - lostSince > LOST_FOR ? words.gone : words.lost; }
    if (!moment || moment.phase === 'over') { return ''; }
    if (moment.phase === 'code') { return note ? words[note] : ''; }
    if (wanted && moment.phase === 'open') { return words.sending; }
    if (moment.mine) { return words.chosen + moment.mine + (language === 'zh' ? '。' : '.'); }
    return moment.phase === 'closed' ? words.notChosen : '';
  }

  function draw() {
    var words = WORDS[language];
    root.lang = language;
    document.title = words.title;
    tell('name', words.name);
    tell('language', words.other);
    byId('language').lang = language === 'zh' ? 'en' : 'zh';
    tell('told', status(words));
    byId('told').className = lostSince || note ? 'trouble' : '';
    if (!moment) { return; }
    tell('heading', words[moment.phase].heading);
    tell('advice', words[moment.phase].advice);
    tell('code-label', words.codeLabel);
    tell('enter', words.enter);
    show('join', moment.phase === 'code');
    show('options', moment.phase === 'open' || moment.phase === 'closed');
    drawOptions();
  }

  // What a person does

  byId('language').onclick = function () {
    language = language === 'zh' ? 'en' : 'zh';
    window.location.replace('#' + language); // so that it is the same after a reload
    draw();
  };

  byId('join').onsubmit = function (event) {
    var typed = byId('code').value.replace(/[０-９]/g, function (wide) {
      return String.fromCharCode(wide.charCodeAt(0) - 0xFEE0);
    }).replace(/\s/g, '');
    event.preventDefault();
    note = /^[0-9]{6}$/.test(typed) ? '' : 'sixDigits';
    code = note ? '' : typed;
    draw();
    if (code) { next(); }
  };

  document.addEventListener('visibilitychange', function () {
    if (!document.hidden && moment && moment.phase !== 'over') { next(); }
  });

  draw();
  next();
}());
