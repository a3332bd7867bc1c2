// Fills one template by two well-known npm engines and prints the median CPU milliseconds of each as JSON.
// Usage: node rivals.mjs FOLDER_WITH_NODE_MODULES TEMPLATE.docx DATA.json TIMES
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, templateFile, dataFile, times] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const Docxtemplater = require("docxtemplater");
const PizZip = require("pizzip");
const { TemplateHandler } = require("easy-template-x");

const template = readFileSync(templateFile);
const data = JSON.parse(readFileSync(dataFile, "utf-8"));

const engines = {
  docxtemplater: async () => {
    const paper = new Docxtemplater(new PizZip(template), { paragraphLoop: true });
    paper.render(data);
    return paper.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
  },
  "easy-template-x": async () => new TemplateHandler().process(template, data),
};

const spent = {};
for (const [name, fill] of Object.entries(engines)) {
  const rounds = [];
  for (let round = -5; round < Number(times); round += 1) {
    const before = process.cpuUsage();
    const paper = await fill();
    const after = process.cpuUsage(before);
    if (round >= 0) rounds.push((after.user + after.system) / 1000);
    if (paper.length < template.length / 2) throw new Error(`${name} made no paper`);
  }
  rounds.sort((a, b) => a - b);
  spent[name] = rounds[Math.floor(rounds.length / 2)];
}
process.stdout.write(JSON.stringify(spent));
