import RelataCore

/// A finished figure: a self-contained SVG with what is needed to embed and cite it.
public struct Figure: Sendable {
  /// Unique in a page: a slug and six digits of the content's hash.
  ///
  /// All ids in the SVG begin with
  /// it.
  public var id: String
  /// The SVG element without XML declaration; valid alone and inside HTML.
  public var svg: String
  /// The figure in the DOT language, without title and legend.
  public var dot: String
  /// The line above the figure.
  public var title: String
  /// One sentence that stands for the figure.
  public var alternative: String
  /// A few sentences for those who cannot see it, with counts and what was left out.
  public var description: String
  /// "Sources: 5 articles from The Daily Post, Reuters; 2024-03-01 to 2024-03-03."; empty without
  /// evidence.
  public var credit: String
  /// What is shown, filtered and left out: the line beneath the credit.
  public var scope: String
  /// Natural size in CSS pixels.
  public var width: Double
  /// In CSS pixels.
  public var height: Double
  /// What is shown, and an account of what is not.
  public var selection: DiagramSelection
  /// What the layout had to do otherwise than asked, and what it warned of.
  public var diagnostics: [Diagnostic]
  /// What it was drawn from, for drawing it in other formats.
  let plan: FigurePlan
  let diagram: DiagramDOT
}
