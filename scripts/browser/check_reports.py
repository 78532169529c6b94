"""Opens reports in a browser as a reader would: looks, keyboard, pointer, search, accessibility.

    check_reports.py OUT AXE REPORT FRAGMENTS

OUT is the folder for pictures, AXE the path of axe.min.js or empty, REPORT a report of one figure,
FRAGMENTS a page of several fragments. Prints what fails; the exit status says whether anything did.
"""

import json
import sys

import chromium

failures = []


def expect(condition, words):
    print(("ok    " if condition else "FAILED ") + words)
    if not condition:
        failures.append(words)


def pictures(browser, report, out):
    for name, options in {
        "light": {}, "dark": {"dark": True}, "print": {"media": "print", "width": 794},
        "phone": {"width": 360, "height": 740}, "phone-dark": {"width": 360, "height": 740, "dark": True},
        "noscript": {"scripts": False},
    }.items():
        browser.open(report, **options)
        expect(not browser.complaints(), f"{name}: the console is silent {browser.complaints()[:2]}")
        others = [u for u in browser.requests() if not u.startswith("file://")]
        expect(len(browser.requests()) <= 1 and not others, f"{name}: nothing is fetched")
        browser.screenshot(f"{out}/report-{name}.png")
        browser.screenshot(f"{out}/report-{name}-top.png", height=1400)
        if options.get("scripts", True):
            wide = browser.evaluate("document.documentElement.scrollWidth - innerWidth")
            expect(wide <= 0, f"{name}: the page is no wider than the window ({wide} px)")
            over = browser.evaluate("[...document.querySelectorAll('.tools, .tools *, header *, p, blockquote, dl *')]"
                                    ".filter(e => e.getBoundingClientRect().right > e.closest('.relata-report')"
                                    ".getBoundingClientRect().right - (matchMedia('print').matches ? 0 : 15))"
                                    ".map(e => e.tagName + ' ' + e.textContent.slice(0, 20))")
            expect(not over, f"{name}: nothing sticks out {over[:3]}")
    browser.open(report, scripts=False)
    expect(not browser.shows("form.tools") and browser.shows("table"), "without scripts there is no dead form")
    browser.open(report, media="print")
    browser.pdf(f"{out}/report.pdf")


FOCUS = """(() => { const e = document.activeElement; if (!e || e === document.body) return null;
  const box = e.getBoundingClientRect();
  return {tag: e.tagName.toLowerCase(), id: e.id || e.closest('[id]').id,
    name: (e.getAttribute('aria-label') || e.textContent || e.type || '').trim().slice(0, 60),
    inFigure: !!e.closest('svg'), isNode: e.matches('.n'), isLine: !!e.closest('.e'),
    isSeen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    ring: getComputedStyle(e).outlineStyle !== 'none',
    tray: [...document.querySelectorAll('.tray')].filter(t => !t.hidden).map(t => t.textContent)}})()"""

SHOWN = "[...document.querySelectorAll('tr[data-status]')].filter(r => r.offsetParent !== null).length"


def keyboard(browser, report):
    browser.open(report)
    total = browser.evaluate(SHOWN)
    stops, node, line = [], False, False
    for _ in range(400):
        browser.press("Tab")
        stop = browser.evaluate(FOCUS)
        if stop is None:
            break
        stops.append(stop)
        if stop["isNode"] and not node:
            node = True
            browser.press("Enter")
            fewer = browser.evaluate(SHOWN)
            expect(0 < fewer < total, f"Enter on '{stop['name']}' leaves {fewer} of {total} relations")
            expect(browser.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true",
                   "the chosen entity is announced as pressed")
            browser.press("Escape")
            expect(browser.evaluate(SHOWN) == total, "Escape shows all again")
            browser.press(" ")
            expect(browser.evaluate(SHOWN) == fewer, "the space bar chooses too")
            browser.press(" ")
        if stop["isLine"] and not line:
            line = True
            expect(len(stop["tray"]) == 1 and "sentence" in stop["tray"][0],
                   "a line with the focus shows its quotes")
            browser.press("Escape")
            expect(not browser.evaluate(FOCUS)["tray"], "Escape closes the quotes")
            browser.press("Enter")
            expect(browser.evaluate("document.querySelectorAll('.evidence li:target').length") == 1,
                   "Enter on a line leads to its evidence")
            browser.evaluate(f"document.getElementById({json.dumps(stop['id'])}).querySelector('a').focus()")
    expect(node and line, f"entities and lines are among the {len(stops)} stops of the Tab key")
    expect(all(s["isSeen"] for s in stops),
           f"every stop is in view {[s['name'] for s in stops if not s['isSeen']][:3]}")
    expect(all(s["ring"] for s in stops),
           f"every stop has a ring {[s['name'] for s in stops if not s['ring']][:3]}")
    expect(all(s["name"] for s in stops), "every stop has a name")
    names = [(s["id"], s["name"]) for s in stops]
    expect(len(names) > 20 and len(set(n[0] for n in names if n[1])) > 10, "the keyboard is never trapped")


def pointer(browser, report, out):
    browser.open(report)
    total = browser.evaluate(SHOWN)
    place = browser.evaluate("""(() => { const t = document.querySelector('svg .e text');
      t.scrollIntoView({block: 'center'}); const b = t.getBoundingClientRect();
      return [b.x + b.width / 2, b.y + b.height / 2] })()""")
    browser.point(*place)
    tray = browser.evaluate(FOCUS + "?.tray ?? [...document.querySelectorAll('.tray')]"
                            ".filter(t => !t.hidden).map(t => t.textContent)")
    expect(len(tray) == 1, "pointing at a line shows its quotes")
    browser.view(f"{out}/report-quotes.png")
    browser.evaluate("document.querySelector('.tray .close').click()")
    expect(browser.evaluate("[...document.querySelectorAll('.tray')].every(t => t.hidden)"),
           "the quotes can be closed")
    place = browser.evaluate("""(() => { const t = document.querySelector('svg .n text');
      t.scrollIntoView({block: 'center'}); const b = t.getBoundingClientRect();
      return [b.x + b.width / 2, b.y + b.height / 2] })()""")
    browser.click(*place)
    expect(0 < browser.evaluate(SHOWN) < total, "a click on an entity leaves its relations")
    browser.view(f"{out}/report-neighbors.png")
    browser.evaluate("document.querySelector('button[type=reset]').click()")
    browser.evaluate("new Promise(done => setTimeout(done, 50))")
    expect(browser.evaluate(SHOWN) == total, "'Show all' shows all")
    word = browser.evaluate("document.querySelector('tr[data-status] th').textContent")
    browser.evaluate("document.querySelector('input[type=search]').focus()")
    browser.type(word.lower())
    found = browser.evaluate(SHOWN)
    said = browser.evaluate("document.querySelector('.found').textContent")
    expect(0 < found < total and said.startswith(f"{found} of {total}"), f"search for '{word}': {said}")
    browser.evaluate("document.querySelector('button[type=reset]').click()")
    browser.evaluate("new Promise(done => setTimeout(done, 50))")
    for status in browser.evaluate("[...document.querySelectorAll('.tools [type=checkbox]')].map(b => b.value)"):
        box = f"document.querySelector('.tools [value={status}]')"
        browser.evaluate(box + ".click()")
        wanted = ("tr[data-status].negative" if status == "negative" else f"tr[data-status={status}]")
        left = browser.evaluate(f"[...document.querySelectorAll('{wanted}')].filter(r => r.offsetParent).length")
        expect(left == 0 and browser.evaluate(SHOWN) < total, f"the filter hides what is {status}")
        browser.look(media="print")
        expect(browser.evaluate(f"[...document.querySelectorAll('{wanted}')].every(r => r.offsetParent)"),
               f"paper shows what is {status} all the same")
        browser.look()
        browser.evaluate(box + ".click()")


def fragments(browser, page, out):
    browser.open(page)
    ids = browser.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    expect(len(ids) == len(set(ids)), f"{len(ids)} ids of several fragments are unique")
    lost = browser.evaluate("[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href')"
                            ".slice(1)).filter(id => !document.getElementById(id))")
    expect(not lost, f"every link of the fragments leads somewhere {lost[:3]}")
    expect(not browser.complaints(), f"the console is silent {browser.complaints()[:2]}")
    ready = browser.evaluate("[...document.querySelectorAll('.relata-report')].map(r => [r.dataset.ready,"
                             " r.querySelector('.tools').hidden])")
    expect(len(ready) > 1 and all(r == ["", False] for r in ready), "every fragment is interactive")
    browser.screenshot(f"{out}/fragments.png")


def accessibility(browser, path, axe, name, **options):
    browser.open(path, **options)
    browser.evaluate(axe + ";0")
    result = browser.evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map("
                              "v => [v.id, v.impact, v.help, v.nodes.length, v.nodes[0].target.join(' '),"
                              " v.nodes[0].failureSummary]))")
    for violation in result:
        print("   ", json.dumps(violation)[:400])
    expect(not result, f"{name}: axe finds nothing to complain of ({len(result)})")


def structure(browser, report):
    """What axe would say of the basics, for when it is not there."""
    browser.open(report)
    checks = {
        "the page has a language and a title": "!!document.documentElement.lang && !!document.title",
        "there is one main part and one first heading":
            "document.querySelectorAll('main').length === 1 && document.querySelectorAll('h1').length === 1",
        "headings skip no level": "[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])"
            ".every((n, i, a) => i === 0 || n <= a[i - 1] + 1)",
        "every field has a label": "[...document.querySelectorAll('input')].every(i => i.labels.length)",
        "every button and link has a name": "[...document.querySelectorAll('a[href], button, [role=button]')]"
            ".every(e => (e.getAttribute('aria-label') || e.textContent).trim())",
        "every figure has a title and a description":
            "[...document.querySelectorAll('svg.relata-figure')].every(s => s.getAttribute('role') && "
            "s.getAttribute('aria-labelledby').split(' ').every(id => document.getElementById(id).textContent))",
        "every line says its relation": "[...document.querySelectorAll('svg .e')]"
            ".every(e => e.getAttribute('aria-label'))",
        "every table has a caption and headed rows and columns":
            "[...document.querySelectorAll('table')].every(t => t.caption && t.querySelector('th[scope=col]') && "
            "[...t.tBodies[0].rows].every(r => r.querySelector('th[scope=row]')))",
        "ids are unique": "(() => { const i = [...document.querySelectorAll('[id]')].map(e => e.id);"
            " return new Set(i).size === i.length })()",
        "what is referred to by id is there": "[...document.querySelectorAll('[aria-labelledby]')].every(e => "
            "e.getAttribute('aria-labelledby').split(' ').every(id => document.getElementById(id)))",
    }
    for words, expression in checks.items():
        expect(browser.evaluate(expression), words)


def control(browser, report, out):
    """That the checks would see what is wrong."""
    with open(report, encoding="utf-8") as file:
        page = file.read()
    wrong = page.replace("<h1", "<h1 style='color:red'", 1).replace(
        "</main>", "<script>document.title = 'broken'</script><img src='x.png'></main>")
    path = out + "/control.html"
    with open(path, "w", encoding="utf-8") as file:
        file.write(wrong)
    browser.open(path)
    told = " ".join(browser.complaints())
    expect("style" in told and "script" in told and "img-src" in told or told.count("Content Security") >= 3,
           "the policy refuses a foreign style, script and picture, and the console says so")
    expect(browser.evaluate("document.title") != "broken", "the foreign script did not run")


def main():
    out, axe_path, report, page = sys.argv[1:5]
    with chromium.Chromium(chromium.find()) as browser:
        pictures(browser, report, out)
        control(browser, report, out)
        structure(browser, report)
        keyboard(browser, report)
        pointer(browser, report, out)
        fragments(browser, page, out)
        if axe_path:
            axe = open(axe_path, encoding="utf-8").read()
            accessibility(browser, report, axe, "report")
            accessibility(browser, report, axe, "report, dark", dark=True)
            accessibility(browser, report, axe, "report, 360 px", width=360, height=740)
            accessibility(browser, page, axe, "several fragments")
        else:
            print("axe-core is not here: only the checks above were made")
    print(f"{len(failures)} failed" if failures else "all passed")
    sys.exit(1 if failures else 0)


main()
