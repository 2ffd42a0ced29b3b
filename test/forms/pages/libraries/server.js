// What the pages in this folder share: sample rows, and requests to the server with the words of each page.
// The server refuses telephone numbers that begin with 199. Digit 8 of such a number selects the refusal that it answers
// with status 200; with the digit 9 the request fails with status 404.
window.openServer = (name, refusals) => ({
  /** Saves; returns null, or the words of the refusal. */
  async save(fields) {
    const digit = Number(fields.phone?.replace(/\D/g, '')[7] ?? 0);
    const isRefused = fields.phone?.startsWith('199');
    const reply = await request(isRefused && digit === 9 ? `absent/${name}` : `save/${name}`, fields);
    if (reply.code === 200) return null;
    return isRefused ? (refusals[digit] ?? `${reply.code}`) : reply.msg;
  },
  draft: (fields) => request(`draft/${name}`, fields),
  remove: (row) => request(`delete/${name}`, { row: row.id }),
  find: (words, page = 1) => request(`search/${name}?q=${encodeURIComponent(words)}&page=${page}`),
  upload(files) {
    const data = new FormData();
    for (const file of files) data.append('file', file);
    return request(`upload/${name}`, data);
  },
});
const towns = ['甘泉镇', '麦积镇', '石佛镇', '新阳镇', '元龙镇', '伯阳镇', '中滩镇'];
const surnames = ['王', '李', '张', '赵', '马', '陈', '杨'];
/** Returns rows for a table, with masked data as these systems show it. */
window.sampleRows = (count) =>
  Array.from({ length: count }, (_, i) => ({
    id: i + 1,
    name: `${surnames[i % 7]}某某`,
    idNumber: `620503${1950 + i}********${String(10 + i)}`,
    phone: `138****${String(1001 + i * 37).slice(0, 4)}`,
    town: towns[i % 7],
  }));
