// swift-tools-version: 6.1
// Relata: news text → an evidence-linked relationship graph → cited figures.
// Who may import whom is described in CONTRIBUTING.md and held by Tests/HouseTests.
import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
]

/// A library target with the settings every room shares.
func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: swiftSettings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["RelataTestSupport"], resources: resources,
    swiftSettings: swiftSettings)
}

/// A program of examples/library, which needs nothing but `import Relata`.
func example(_ name: String) -> Target {
  .executableTarget(
    name: "example-\(name.lowercased())", dependencies: ["Relata"],
    path: "examples/library/\(name)",
    swiftSettings: swiftSettings)
}

/// Test targets to build, all unless `RELATA_TESTS` names some ("RelataGraphTests,HouseTests"): a room
/// is then tested without building the others, as `scripts/mutants.sh` does many times over.
let wantedTests = Context.environment["RELATA_TESTS"].map {
  $0.split(separator: ",").map(String.init)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "relata",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "relata", targets: ["relata"]),
    .executable(name: "relata-read", targets: ["relata-read"]),
    .library(name: "Graphviz", targets: ["Graphviz"]),
    .library(name: "RelataEval", targets: ["RelataEvaluation"]),
    .library(
      name: "Relata",
      targets: [
        "Relata", "RelataCore", "RelataLanguage", "RelataReading", "RelataAnnotation",
        "RelataExtraction", "RelataGraph", "RelataStore", "RelataDiagram", "RelataReport",
        "RelataPipeline",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // Only for `swift package generate-documentation`: CI builds the documentation that readers see.
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    room("RelataIsolation"),
    room("Graphviz", ["CGraphviz", "RelataIsolation"]),
    .target(name: "CRelataDigest"),
    room(
      "RelataCore", ["CRelataDigest", yams], resources: [.embedInCode("Resources/ontology.yaml")]),
    .target(name: "CRelataTables", exclude: ["Tables"]),
    room(
      "RelataLanguage", ["RelataCore", "CRelataTables", yams], resources: [.embedInCode("Tables")]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(name: "CLanguageDetector", linkerSettings: [.linkedLibrary("cld2")]),
    room(
      "RelataReading",
      ["RelataCore", "RelataLanguage", "RelataIsolation", "CLibXML2", "CLanguageDetector"],
      resources: [.embedInCode("Resources")]),
    .systemLibrary(
      name: "CLibArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    .systemLibrary(
      name: "CGMime", pkgConfig: "gmime-3.0",
      providers: [.apt(["libgmime-3.0-dev"]), .brew(["gmime"])]),
    // GPL: only relata-read links it, see NOTICE.
    .systemLibrary(
      name: "CPoppler", pkgConfig: "poppler-glib",
      providers: [.apt(["libpoppler-glib-dev"]), .brew(["poppler"])]),
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
    .systemLibrary(
      name: "CGsf", pkgConfig: "libgsf-1",
      providers: [.apt(["libgsf-1-dev"]), .brew(["libgsf"])]),
    room(
      "RelataParsing",
      ["RelataReading", "CLibXML2", "CLibArchive", "CGMime", "CGsf", "CPoppler", "CCMark"]),
    .executableTarget(
      name: "relata-read", dependencies: ["RelataParsing", "RelataReading"],
      swiftSettings: swiftSettings),
    .target(name: "CRelataKernels"),
    room("RelataInference", ["CRelataKernels", "CRelataDigest"]),
    room(
      "RelataAnnotation", ["RelataCore", "RelataLanguage", "RelataInference"],
      resources: [.copy("Resources"), .embedInCode("Tables")]),
    room(
      "RelataExtraction", ["RelataCore", "RelataLanguage", yams],
      resources: [.embedInCode("Resources")]),
    room("RelataGraph", ["RelataCore", "RelataLanguage"]),
    room("RelataStore", ["RelataGraph", "RelataCore", "RelataLanguage", grdb]),
    room(
      "RelataDiagram", ["RelataGraph", "RelataCore", "RelataLanguage", "Graphviz", yams],
      resources: [.embedInCode("Resources")]),
    room(
      "RelataReport", ["RelataGraph", "RelataDiagram", "RelataCore", "RelataLanguage", "Graphviz"],
      resources: [.embedInCode("Resources")]),
    room(
      "RelataEvaluation", ["RelataCore", "RelataLanguage", "RelataAnnotation", "RelataExtraction"]),
    room(
      "RelataPipeline",
      [
        "RelataCore", "RelataLanguage", "RelataReading", "RelataInference", "RelataAnnotation",
        "RelataExtraction", "RelataGraph", "RelataStore", "RelataDiagram", "RelataReport",
        "Graphviz",
      ]),
    room(
      "Relata",
      [
        "RelataCore", "RelataLanguage", "RelataReading", "RelataAnnotation", "RelataExtraction",
        "RelataGraph", "RelataStore", "RelataDiagram", "RelataReport", "RelataPipeline", "Graphviz",
      ]),
    room(
      "RelataCommandLine",
      ["RelataPipeline", "RelataEvaluation", argumentParser]),
    .executableTarget(
      name: "relata", dependencies: ["RelataCommandLine"], swiftSettings: swiftSettings),

    // What the README shows, word for word; Tests/RelataTests compares and runs them.
    example("Memory"), example("Files"), example("Annotation"),

    .target(
      name: "RelataTestSupport", dependencies: ["RelataCore"], path: "Tests/RelataTestSupport",
      swiftSettings: swiftSettings),
    .target(
      name: "RelataGraphReference", dependencies: ["RelataGraph", "RelataCore", "RelataLanguage"],
      path: "Tests/RelataGraphReference", swiftSettings: swiftSettings),
    .executableTarget(
      name: "graphviz-render-child", dependencies: ["Graphviz"], path: "Tests/GraphvizRenderChild",
      swiftSettings: swiftSettings),
    .executableTarget(
      name: "graphviz-hookless-program", dependencies: ["Graphviz"],
      path: "Tests/GraphvizHooklessProgram", swiftSettings: swiftSettings),
    .executableTarget(
      name: "relata-architecture", dependencies: ["Graphviz"], path: "scripts/architecture",
      swiftSettings: swiftSettings),
    .executableTarget(
      name: "relata-name-features", dependencies: ["RelataLanguage", "RelataCore"],
      path: "scripts/identity/features", swiftSettings: swiftSettings),
    .executableTarget(
      name: "relata-fuzz", dependencies: ["RelataAnnotation", "RelataInference", "RelataCore"],
      path: "Tests/RelataFuzz", swiftSettings: swiftSettings),
    tests(
      "GraphvizTests",
      ["Graphviz", "RelataIsolation", "graphviz-render-child", "graphviz-hookless-program"]),
    tests("RelataIsolationTests", ["RelataIsolation"]),
    tests("RelataCoreTests", ["RelataCore"]),
    tests("RelataLanguageTests", ["RelataLanguage"], resources: [.copy("Fixtures")]),
    tests("RelataReadingTests", ["RelataReading"]),
    tests(
      "RelataParsingTests", ["RelataParsing", "RelataReading", "relata-read"],
      resources: [.copy("Fixtures")]),
    tests("RelataInferenceTests", ["RelataInference", "CRelataKernels", "CRelataDigest"]),
    tests(
      "RelataAnnotationTests", ["RelataAnnotation", "RelataInference", "RelataLanguage"],
      resources: [.copy("Fixtures")]),
    tests(
      "RelataExtractionTests", ["RelataExtraction", "RelataAnnotation"],
      resources: [.copy("Sentences"), .copy("Fixtures")]),
    tests(
      "RelataEvaluationTests",
      ["RelataEvaluation", "RelataAnnotation", "RelataExtraction", "RelataReading"]),
    tests(
      "RelataGraphTests", ["RelataGraph", "RelataGraphReference"],
      resources: [.copy("Fixtures")]),
    tests(
      "RelataStoreTests", ["RelataStore", "RelataGraphReference"], resources: [.copy("Fixtures")]),
    tests(
      "RelataDiagramTests", ["RelataDiagram", "graphviz-render-child"],
      resources: [.copy("Snapshots")]),
    tests("RelataReportTests", ["RelataReport", "graphviz-render-child"]),
    tests(
      "RelataPipelineTests",
      [
        "RelataPipeline", "RelataReading", "RelataStore", "RelataGraph", "RelataDiagram",
        "Graphviz",
      ]),
    tests(
      "RelataCommandLineTests",
      ["RelataCommandLine", "RelataPipeline", "RelataGraph", "RelataCore", argumentParser, grdb]),
    tests("RelataTests", ["Relata", "example-memory", "example-files", "example-annotation"]),
    tests("HouseTests", []),
    tests("EndToEndTests", ["relata", "relata-read", "RelataCore"]),
  ].filter { target in target.type != .test || wantedTests?.contains(target.name) != false }
)
