import RelataCore
import RelataDiagram
import RelataReport
import Testing

@Suite struct ReportTemplateTests {
  /// The report of the port story in a template.
  private func fill(
    _ text: String, _ language: ReportTemplate.Language = .html, title: String = "A & B"
  ) throws -> String {
    let template = try ReportTemplate(text, language: language, file: "mine")
    let options = ReportOptions(
      figures: [DiagramOptions(title: "One"), DiagramOptions(title: "Two")], title: title,
      template: template)
    return language == .html
      ? try PortStory.writer.html(of: PortStory.graph, options: options).text
      : try PortStory.writer.markdown(of: PortStory.graph, options: options).text
  }

  private func error(
    _ text: String, _ language: ReportTemplate.Language = .html
  ) -> RelataError? {
    do {
      _ = try ReportTemplate(text, language: language, file: "mine.html")
      return nil
    } catch {
      return error
    }
  }

  @Test func `values are escaped for the language`() throws {
    #expect(
      try fill("<p title='{{title}}'>{{ title }}</p>") == "<p title='A &amp; B'>A &amp; B</p>")
    let html = try fill("{{title}}", title: "<i>'\"")
    #expect(html == "&lt;i&gt;&#39;&quot;")
    #expect(try fill("{{title}}", .markdown, title: "*a* | <b>") == "\\*a\\* \\| &lt;b&gt;")
  }

  @Test func `sections repeat, choose, and see the names around them`() throws {
    #expect(try fill("{{#figures}}{{number}}{{title}} {{/figures}}") == "1One 2Two ")
    #expect(try fill("{{#several}}many{{/several}}{{^several}}one{{/several}}") == "many")
    #expect(try fill("{{#model}}x{{/model}}{{^model}}none{{/model}}") == "none")
    #expect(
      try fill("{{#evidence}}{{#claimant}}{{number}}: {{claimant}}{{/claimant}}{{/evidence}}")
        .hasSuffix("two officials (“said”)"))
    #expect(
      try fill(
        "{{#figures}}{{#relations}}{{#evidence}}{{#later}},{{/later}}{{number}}{{/evidence}};"
          + "{{/relations}}{{/figures}}"
      ).contains("1,2;"))
  }

  @Test func `tags alone on their lines leave none`() throws {
    let text = "a\n{{! note\n of two lines }}\n{{#figures}}\n  - {{number}}\n{{/figures}}\nb\n"
    #expect(try fill(text) == "a\n  - 1\n  - 2\nb\n")
    #expect(try fill("{{#figures}}\n{{number}}\n{{/figures}}") == "1\n2\n")
    #expect(try fill("x {{#several}} y\n{{/several}}\n") == "x  y\n")
    #expect(try fill("{{#figures}}\r\n{{number}}\r\n{{/figures}}\r\n") == "1\r\n2\r\n")
  }

  @Test(arguments: [
    ("<p>\n  {{titel}}", "RL6101", 2, 3), ("{{#figures}}{{subject}}{{/figures}}", "RL6101", 1, 13),
    ("{{}}", "RL6101", 1, 1), ("a{{title", "RL6102", 1, 2), ("{{#figures}}", "RL6102", 1, 1),
    ("{{/figures}}", "RL6102", 1, 1), ("{{#figures}}{{/evidence}}", "RL6102", 1, 13),
    ("\n\n{{figures}}", "RL6103", 3, 1), ("{{several}}", "RL6103", 1, 1),
    ("é👩‍👩‍👧{{x}}", "RL6101", 1, 7),
  ])
  func `what is not understood is told with its place`(
    text: String, code: String, line: Int, column: Int
  ) {
    let found = error(text)
    #expect(found?.code == code)
    #expect(found?.location == InputLocation(file: "mine.html", line: line, column: column))
  }

  @Test func `a near name is suggested, else all are listed`() {
    #expect(error("{{titel}}")?.hint == "did you mean 'title'?")
    #expect(error("{{xyzzy}}")?.hint?.contains("evidence, figures") == true)
    #expect(error("{{#evidence}}{{qoute}}{{/evidence}}")?.hint == "did you mean 'quote'?")
  }

  @Test(arguments: [
    "<script>let a = '{{title}}'</script>", "<style>a{b:{{title}}}</style>", "<a href={{title}}>",
    "<a href=\"{{title}}\">", "<a href = '{{title}}'>", "<p onclick=\"f('{{title}}')\">",
    "<p style=\"color:{{title}}\">", "<{{title}}>", "<p {{title}}>", "<!-- {{title}} -->",
    "<a\nHREF='{{#several}}{{title}}{{/several}}'>", "<SCRIPT >{{style}}</script >", "</{{title}}>",
    "<iframe srcdoc='{{title}}'>", "<img src=\"{{title}}\">",
  ])
  func `no value stands where it cannot be made safe`(text: String) {
    #expect(error(text)?.code == "RL6104", "\(text)")
  }

  @Test(arguments: [
    "<p title=\"x {{title}}\">{{title}}</p>", "<a href=\"#{{prefix}}evidence\">",
    "<a href='https://example.org/{{title}}'>", "a < b {{title}}", "<br/>{{title}}",
    "<script>f()</script>{{title}}", "<style>a{}</style>{{title}}", "<!-- a > b -->{{title}}",
    "<!doctype html>{{title}}", "<p title='>'>{{title}}</p>", "}} { { {{title}}",
  ])
  func `values stand between tags and in quoted attributes`(text: String) {
    #expect(error(text) == nil, "\(text)")
  }

  @Test func `in Markdown no value stands in a tag`() {
    #expect(error("<a title=\"{{title}}\">", .markdown)?.code == "RL6104")
    #expect(error("a < b, {{title}} <a id=\"{{prefix}}x\"></a>", .markdown) == nil)
  }

  @Test func `a page's policy admits what its template brings`() throws {
    let text = "<meta content=\"{{policy}}\"><style>p{}</style><script>f()\r\n</script>{{script}}"
    let page = try fill(text)
    // Digests of "p{}" and of "f()\n", by another program.
    #expect(page.contains("'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='"))
    #expect(page.contains("'sha256-B9aw3hry8Oca0AFjDWyUpZnN6XACMjO4pEDp6PrdxTA='"))
  }

  @Test func `the shipped templates are templates`() {
    #expect(error(ReportTemplate.htmlSource) == nil)
    #expect(error(ReportTemplate.markdownSource, .markdown) == nil)
  }

  @Test func `a template is for one language`() throws {
    let template = try ReportTemplate("{{title}}", language: .markdown, file: "mine")
    let error = #expect(throws: RelataError.self) {
      try PortStory.writer.html(of: PortStory.graph, options: ReportOptions(template: template))
    }
    #expect(error?.code == "RL6106")
  }
}
