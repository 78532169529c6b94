/// The style sheet of HTML reports: readable on screen and paper, light and dark.
enum HTMLReportStyle {
  static let css = """
    :root{color-scheme:light dark;--ink:#1a1a1a;--soft:#5f5f5f;--line:#d9dce1;--paper:#fff;--tint:#f5f6f8;\
    --link:#1f5fa8;--who:#fde9c9;--what:#e4dcf8;--whom:#d5efe3;--no:#b00020}
    @media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--soft:#b0b4ba;--line:#3a3f47;--paper:#16181c;\
    --tint:#1f2329;--link:#8ab8f0;--who:#5a3e12;--what:#3f2f6e;--whom:#0f4a38;--no:#ff8a95}}
    *{box-sizing:border-box}
    body{margin:0 auto;padding:2rem 1rem 4rem;max-width:64rem;color:var(--ink);background:var(--paper);\
    font:16px/1.5 "Liberation Sans",Arial,Helvetica,sans-serif;overflow-wrap:break-word}
    h1{font-size:1.7rem;line-height:1.25;margin:0 0 .4rem}
    h2{font-size:1.25rem;margin:2.5rem 0 .6rem;border-bottom:1px solid var(--line);padding-bottom:.3rem}
    header p{color:var(--soft);margin:.2rem 0}
    nav a{margin-right:1rem}
    a{color:var(--link)}
    figure{margin:1.5rem 0;border:1px solid var(--line);border-radius:8px;padding:.5rem;overflow-x:auto}
    figure svg{display:block;margin:0 auto}
    figcaption{color:var(--soft);font-size:.85rem;padding:.4rem .6rem}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-size:.9rem}
    th,td{text-align:start;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}
    th{background:var(--tint);white-space:nowrap}
    td.number{text-align:end}
    td small{color:var(--soft)}
    tr.negative td:nth-child(2){color:var(--no)}
    ol{padding-inline-start:2.5rem}
    li{margin:0 0 1.1rem}
    li:target{background:var(--tint);outline:2px solid var(--link);outline-offset:6px;border-radius:2px}
    .claim{font-weight:bold;margin:0}
    blockquote{margin:.3rem 0;padding:.1rem 0 .1rem .8rem;border-inline-start:3px solid var(--line)}
    mark{color:inherit;border-radius:3px;padding:0 .15em}
    mark.subject{background:var(--who)}
    mark.object{background:var(--whom)}
    mark.trigger{background:var(--what);font-style:italic}
    .meta,.key{color:var(--soft);font-size:.85rem;margin:.2rem 0}
    code{font-size:.85em;overflow-wrap:anywhere}
    @media print{body{max-width:none;padding:0}nav,figcaption{display:none}details>*{display:block}\
    li,tr,figure{break-inside:avoid}}
    """
}
