// Verifies captured deliveries with the stock packages: node verify.mjs FOLDER-WITH-PACKAGES FILE
import { createRequire } from 'node:module';
import fs from 'node:fs';

const need = createRequire(process.argv[2] + '/');
const deliveries = JSON.parse(fs.readFileSync(process.argv[3], 'utf8'));
for (const name of ['standardwebhooks', 'svix']) {
  const { Webhook } = need(name);
  const count = { accepted: 0, refused: 0, wrong: [] };
  for (const one of deliveries) {
    let good = true;
    try {
      new Webhook(one.secret).verify(one.body, one.headers);
    } catch {
      good = false;
    }
    if (good !== one.genuine) count.wrong.push(one.what);
    count[good ? 'accepted' : 'refused']++;
  }
  console.log(name, count.accepted, 'accepted', count.refused, 'refused', 'wrong', JSON.stringify(count.wrong));
}
