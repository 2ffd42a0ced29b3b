/** Invented people with valid check digits, the same in every run. */
export interface Person {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly address: string;
}

const names = ['王建国', '李秀兰', '张德明', '赵玉梅', '马小龙', '陈桂花', '杨文斌', '周丽萍', '吴志强', '孙红霞'];
const villages = ['峡门村', '甘泉村', '杨河村', '石佛村', '中滩村', '新阳村', '渭南村', '琥珀村', '伯阳村', '元龙村'];

/** Returns the n-th person. */
export function person(n: number): Person {
  const body = `620503${1950 + (n % 50)}0${1 + (n % 9)}1${n % 10}${String(100 + ((n * 37) % 900)).padStart(3, '0')}`;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(body[i]) * (2 ** (17 - i) % 11);
  return {
    name: names[n % names.length] as string,
    idNumber: body + '10X98765432'[sum % 11],
    phone: `13${String(800_000_000 + n * 7_919_333).slice(0, 9)}`,
    address: `甘肃省天水市麦积区${villages[n % villages.length]}${1 + (n % 30)}号`,
  };
}
