import { describe, expect, it } from 'vitest';
import { BayesClassifier } from '../../scripts/bayes.js';
import { openClassroom } from '../../scripts/mapping-lessons.js';
import { type Lesson, mappingTrainer } from '../../scripts/mapping-training.js';
import { builtinDictionaries } from '../../src/dictionaries/builtin.js';
import type { Dimension, Profile } from '../../src/dictionaries/schema.js';
import { contentMapper, type Ranked } from '../../src/profiles/content.js';
import { readMappingModel } from '../../src/profiles/mapping-model.js';
import { Phrases } from '../../src/profiles/phrases.js';
import { Topics } from '../../src/profiles/topics.js';

const mapper = contentMapper(readMappingModel);
const profiles = new Map(builtinDictionaries().profiles.map((profile) => [profile.id, profile]));

function profileOf(id: string): Profile {
  const profile = profiles.get(id);
  if (!profile) throw new Error(`no profile ${id}`);
  return profile;
}

const rankIn = (profile: Profile, title: string, body = ''): readonly Ranked[] =>
  mapper.rank({ title, body }, profile);

const rank = (id: string, title: string, body = ''): readonly Ranked[] => rankIn(profileOf(id), title, body);

describe('mapping by content', () => {
  it.each([
    ['2013', '接待超标准', '全年公务接待费用比上年多了两成，会餐、用车都有铺张浪费。', '奢靡之风'],
    ['2016', '党课讲得少', '去年只到所在支部参加了一次组织生活会，三会一课常常请假。', '组织生活'],
    ['2018', '干劲有所减退', '到了这个年龄，船到码头车到站的想法冒了头，安于现状，缺少激情。', '精神状态'],
    [
      '2021',
      '信访积案化解不力',
      '对矛盾纠纷研判不够，隐患排查走在了事故后面，预案没有演练。',
      '应对风险挑战',
    ],
    ['2022', '读原著不够', '学习强国刷分多，原原本本学得少，心得体会靠摘抄。', '创新理论'],
    ['2023', '收受土特产', '春节前没有退还老乡送的烟酒，对家属亲友管教不严。', '廉洁自律'],
    ['2025', '不敢啃硬骨头', '历史遗留问题绕着走，怕担责、怕追责，项目一拖再拖。', '干事创业'],
    ['branch-2021', '走访困难群众少', '居民的诉求没有回访，志愿服务停在纸上。', '服务群众'],
    ['member-2024', '不会写材料', '新系统操作生疏，业务知识老化，怕接综合性的任务。', '能力本领'],
  ])('%s: %s', (id, title, body, short) => {
    const [best] = rank(id, title, body);
    expect(best?.dimension.short).toBe(short);
    expect(best?.confidence).toBeGreaterThan(mapper.threshold);
  });

  it('lays a text of one year beside the dimensions of another', () => {
    const problem = [
      '文山会海没有减下来',
      '同一项工作开了三次会、发了五份文件，基层忙着填表、留痕。',
    ] as const;
    expect(rank('2013', ...problem)[0]?.dimension.short).toBe('形式主义');
    expect(rank('2018', ...problem)[0]?.dimension.short).toBe('工作作风');
    expect(rank('branch-2021', ...problem)[0]?.dimension.short).toBe('工作作风');
  });

  it('ranks all dimensions of the profile, likeliest first, together 1', () => {
    const ranked = rank('2022', '调研走马观花', '到村里只看了两户。');
    expect(new Set(ranked.map(({ dimension }) => dimension))).toEqual(new Set(profileOf('2022').dimensions));
    expect(ranked.map(({ confidence }) => confidence)).toEqual(
      ranked.map(({ confidence }) => confidence).toSorted((a, b) => b - a),
    );
    expect(ranked.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1, 9);
  });

  it('gives the same answer each time, and to each mapper', () => {
    const text = { title: '学用脱节', body: '学归学、做归做。' };
    const answer = (from: typeof mapper) =>
      from
        .rank(text, profileOf('2024'))
        .map(({ dimension, confidence, words }) => [dimension.short, confidence, words]);
    expect(answer(mapper)).toEqual(answer(mapper));
    expect(answer(contentMapper(readMappingModel))).toEqual(answer(mapper));
  });

  it.each(['', '今天下午三点，天气晴。', '♪♪♪ 123'])('is not clear about “%s”', (text) => {
    const [best] = rank('2022', text);
    expect(best?.confidence).toBeLessThan(mapper.threshold);
    expect(rank('2022', '', text)[0]?.confidence).toBeLessThan(mapper.threshold);
  });

  it('has no answer where a profile has no dimensions', () => {
    expect(rank('general', '学习不够')).toEqual([]);
  });

  it('hears the title more than the body', () => {
    const learning = '理论学习不系统';
    const people = '走访群众少';
    const first = (title: string, body: string) => rank('2020', title, body)[0]?.dimension.theme;
    expect(first(learning, people)).toBe('理论学习');
    expect(first(people, learning)).toBe('为民服务');
  });

  it('does not mind the title standing in the body once more', () => {
    const title = '信访积案化解不力';
    const once = rank('2021', title, '没有包案到底。');
    const twice = rank('2021', title, `${title}。没有包案到底。`);
    expect(twice[0]?.dimension).toBe(once[0]?.dimension);
    expect(twice[0]?.confidence).toBeCloseTo(once[0]?.confidence ?? 0, 1);
  });

  it('names the words that decided, all of them in the text', () => {
    const title = '公务接待超标准';
    const body = '收了土特产，没有退还；会议开得也多。';
    const [best, ...others] = rank('2013', title, body);
    expect(best?.words.slice(0, 2)).toContain('公务接待');
    for (const word of best?.words ?? []) expect(title + body).toContain(word);
    expect(best?.words).not.toContain('会议');
    expect(others.find(({ dimension }) => dimension.short === '形式主义')?.words).toContain('会议');
  });

  it('knows a theme for a profile that a clerk has just written', () => {
    const dimension = (ordinal: number, name: string, theme: Dimension['theme']): Dimension => ({
      ordinal,
      name,
      short: name,
      aliases: [],
      terms: [],
      theme,
      confidence: 'unconfirmed',
    });
    const profile: Profile = {
      ...profileOf('2025'),
      id: '2031',
      dimensions: [
        dimension(1, '第一项', '理论学习'),
        dimension(2, '第二项', '为民服务'),
        dimension(3, '第三项', '廉洁自律'),
      ],
    };
    expect(rankIn(profile, '读原著少', '学习笔记靠摘抄，自学没有计划。')[0]?.dimension.ordinal).toBe(1);
    expect(rankIn(profile, '下访少', '困难群众的急难愁盼没有放在心上。')[0]?.dimension.ordinal).toBe(2);
    expect(rankIn(profile, '赴宴', '收了红包和烟酒，对子女管教不严。')[0]?.dimension.ordinal).toBe(3);
  });

  it('stays sound on long texts', () => {
    const learning = '集中学习请假，原著没有通读，学习笔记补抄，讲话精神一知半解，学用脱节。';
    const [best] = rank('2022', '学习', learning.repeat(200));
    expect(best?.dimension.short).toBe('创新理论');
    expect(best?.confidence).toBeLessThanOrEqual(1);
    const whole = rank(
      '2022',
      '',
      [...profiles.values()].flatMap((p) => p.dimensions.flatMap((d) => d.terms)).join('，'),
    );
    for (const { confidence } of whole) expect(confidence).toBeGreaterThan(0);
    for (const { confidence } of rank('2022', '', '党'.repeat(100_000))) expect(confidence).not.toBeNaN();
  });
});

describe('loading', () => {
  it('reads the model once, and only when a text is to be mapped', () => {
    let read = 0;
    const lazy = contentMapper(() => {
      read++;
      return readMappingModel();
    });
    expect(read).toBe(0);
    lazy.rank({ title: '学习', body: '' }, profileOf('2022'));
    lazy.rank({ title: '群众', body: '' }, profileOf('2021'));
    expect(lazy.threshold).toBeGreaterThan(0);
    expect(read).toBe(1);
  });
});

describe('topics', () => {
  it('are as likely as natural finds them', () => {
    const counts = new BayesClassifier(undefined, 0.1);
    const documents = [
      [['学习', '笔记'], '理论学习'],
      [['学习', '调研'], '理论学习'],
      [['调研', '群众'], '联系群众'],
    ] as const;
    for (const [words, topic] of documents) counts.addDocument(words, topic);
    counts.train();
    const order = Object.keys(counts.features);
    const own = ['理论学习', '联系群众'].map((name) => ({ name, theme: '' }));
    const made = new Topics({ topics: own, features: order, classifier: counts.classifier });
    const posterior = made.posterior(made.known('学习群众'), 0);
    const at = Object.fromEntries(['学习', '群众'].map((word) => [word, order.indexOf(word)]));
    const found = counts.classifier.getClassifications(at);
    const share = own.map(({ name }) => {
      const value = found.find(({ label }) => label === name)?.value ?? 0;
      // natural weighs topics by their frequency; here all are equally frequent.
      return value / (counts.classifier.classTotals[name] ?? 1);
    });
    const total = share.reduce((sum, value) => sum + value, 0);
    share.forEach((value, i) => {
      expect(posterior[i]).toBeCloseTo(value / total, 10);
    });
  });
});

describe('the model', () => {
  it('knows the topics as they stand in topics.yaml', () => {
    const { topics } = openClassroom().ground;
    const { topics: learned, features } = readMappingModel();
    const known = new Set(features);
    const again = '请重新运行 npx tsx scripts/train-mapping.ts';
    expect(learned, again).toEqual(topics.map(({ name, theme }) => ({ name, theme })));
    for (const word of topics.flatMap(({ words }) => words)) expect(known, again).toContain(word);
  });

  it('holds no word of one document only, no name and no figure', () => {
    const given = new Set(openClassroom().ground.topics.flatMap(({ words }) => words));
    for (const word of readMappingModel().features)
      if (!given.has(word)) expect(word).toMatch(/^[\u4e00-\u9fff]{2,}$/);
  });
});

describe('training', () => {
  const { ground } = openClassroom();
  const lesson = (document: string, dimension: number, title: string): Lesson => ({
    document,
    text: { title, body: '' },
    profile: profileOf('2022'),
    dimension,
    unseen: document !== 'seen',
  });
  const lessons = ['a', 'b', 'seen'].flatMap((document) => [
    lesson(document, 1, '理论学习缺乏粽子精神'),
    lesson(document, 3, '服务群众不够主动'),
    lesson(document, 4, '斗争精神不足'),
  ]);

  it('gives the same model each time', () => {
    const train = mappingTrainer(ground);
    expect(train(lessons)).toEqual(train(lessons));
    expect(mappingTrainer(ground)(lessons)).toEqual(train(lessons));
  });

  it('learns words that several documents use', () => {
    const { features } = mappingTrainer(ground)([...lessons, lesson('b', 2, '独轮车')]);
    expect(features).toContain('粽子');
    expect(features).not.toContain('独轮车');
  });
});

describe('Phrases', () => {
  it('finds words wherever they stand, also inside others', () => {
    const phrases = new Phrases(['党风廉政', '廉政', '廉政建设', '政', '', '群众']);
    expect([...phrases.in('抓党风廉政建设')]).toEqual(['党风廉政', '廉政', '廉政建设', '政']);
    expect([...phrases.in('')]).toEqual([]);
  });
});
