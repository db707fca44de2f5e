// Looks at the pages of figures on a running service: no console error, nothing wider than the screen, no serious finding of
// axe-core, one sheet of A4 for what is to be printed. Writes a picture of each.
//
//     npm i playwright-core axe-core && node look.mjs http://127.0.0.1:7070 pictures
//
// Pages of officials: give the cookie of a session (name=value) and the paths behind it,
//
//     node look.mjs http://127.0.0.1:7070 pictures gopy=… /requests /templates
//
// Both packages are looked for where the command is given, so that they need not lie in the repository.
import { createRequire } from 'node:module';
import fs from 'node:fs';

const [base, folder, cookie, ...own] = process.argv.slice(2);
const here = createRequire(process.cwd() + '/');
const { chromium } = here('playwright-core');
const axe = fs.readFileSync(here.resolve('axe-core/axe.min.js'), 'utf8');
const pages = cookie ? own : ['/figures', '/figures/06811', '/figures/07030', '/figures/topics/di_lai', '/figures/method'];
const printed = cookie ? [] : ['/figures/province/sheet', '/figures/06811/sheet', '/posters/07030'];
const screens = [[320, 'light', 'vi'], [390, 'dark', 'vi'], [390, 'light', 'en'], [1280, 'light', 'vi'], [1280, 'dark', 'en']];

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
let faults = 0;
const fault = (where, what) => { faults++; console.log(where, what); };
fs.mkdirSync(folder, { recursive: true });
for (const path of [...pages, ...printed]) {
  for (const [width, colorScheme, lang] of screens) {
    const where = [path.slice(1).replace(/[^a-z0-9]+/g, '-'), width, colorScheme, lang].join('-');
    // bypassCSP lets axe into the page; a first visit without it hears what the policy refuses
    for (const bypassCSP of [false, true]) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP });
      if (cookie) await context.addCookies([{ name: cookie.split('=')[0], value: cookie.split('=')[1], url: base }]);
      const page = await context.newPage();
      page.on('console', message => { if (message.type() === 'error') fault(where, message.text()); });
      page.on('pageerror', error => fault(where, error));
      const answer = await page.goto(base + path + (path.includes('?') ? '&' : '?') + 'lang=' + lang);
      if (answer.status() !== 200) fault(where, answer.status());
      if (!bypassCSP) { await context.close(); continue; }
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 0) fault(where, 'is wider than the screen by ' + over);
      await page.screenshot({ path: `${folder}/${where}.png`, fullPage: true });
      await page.evaluate(axe);
      const found = await page.evaluate(() => axe.run(document));
      for (const one of found.violations) {
        const line = `${one.impact} ${one.id} ×${one.nodes.length} ${one.nodes[0].html.slice(0, 120)}`;
        ['serious', 'critical'].includes(one.impact) ? fault(where, line) : console.log(where, line);
      }
      if (printed.includes(path)) {
        const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page[^s]/g).length;
        if (sheets !== 1) fault(where, sheets + ' sheets');
      }
      await context.close();
    }
  }
}
await browser.close();
console.log(faults + ' faults');
process.exit(faults ? 1 : 0);
