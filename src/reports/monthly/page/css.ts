/** What the month's page has besides what every page has: tiles, pictures, narrow tables. */
export const CSS = `main > header { margin-bottom: 6mm; padding-bottom: 3mm; border-bottom: 1.6pt solid #b00020; }
main > header h1 { margin-bottom: 1mm; text-wrap: balance; }
.month { margin: 0 0 1mm; text-align: center; font-size: 14pt; font-weight: bold; }
.sub { margin: 0; text-align: center; font-size: 10.5pt; }
h2 { margin-top: 0; padding-left: 2mm; border-left: 1.6mm solid #1f4e79; }
h3 { margin: 4mm 0 1.5mm; font-size: 10.5pt; font-weight: bold; break-after: avoid; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(29mm, 1fr)); gap: 2mm; margin: 0 0 4mm; }
.tiles > div { padding: 1.5mm 2mm; border: 0.5pt solid #9aa7b4; break-inside: avoid; }
.tiles dt { font-size: 8.5pt; color: #333; }
.tiles dd { margin: 0; font: bold 13pt/1.3 "Noto Sans CJK SC", "Microsoft YaHei", "SimHei", "Arial", sans-serif; overflow-wrap: anywhere; }
.tiles dd.long { font-size: 9.5pt; }
.said { margin: 0 0 1mm; text-indent: 2em; font-size: 11pt; line-height: 1.7; }
figure { margin: 0 0 4mm; break-inside: avoid; }
figcaption { margin-bottom: 1.5mm; font-weight: bold; text-align: center; }
.picture { display: block; width: 100%; max-width: 680px; height: auto; margin: 0 auto; }
.picture text { font-family: "Noto Sans CJK SC", "Microsoft YaHei", "SimHei", "Arial", sans-serif; }
.table { margin-bottom: 4mm; }
.table table { font-size: 8.5pt; line-height: 1.35; }
.table th, .table td { padding: 0.8mm 1.1mm; }
:lang(en) .table table { font-size: 7.2pt; }
:lang(en) .table th, :lang(en) .table td { padding: 0.7mm; }
.table td:first-child { min-width: 22mm; }
.upended thead th { padding: 1.2mm 0.4mm; writing-mode: vertical-rl; text-align: left; vertical-align: bottom; }
.upended thead th:first-child { writing-mode: horizontal-tb; text-align: center; vertical-align: middle; }
.counting { font-size: 9pt; color: #222; }
.counting p { margin: 0 0 2mm; }
.counting dl { margin: 0; }
.counting dt { margin-top: 1.5mm; font-weight: bold; overflow-wrap: anywhere; }
.counting code { font-family: "Consolas", "DejaVu Sans Mono", monospace; font-weight: normal; font-size: 8pt; }
.counting dd { margin: 0 0 0 1em; }
`;
