/// Who may import whom: the table that CONTRIBUTING.md explains.
enum HouseTable {
  /// For each target, the modules of this package and of other packages that it may import.
  static let allowed: [String: Set<String>] = [
    "CGraphviz": [],
    "CLibXML2": [],
    "CRelataKernels": [],
    "Graphviz": ["CGraphviz"],
    "RelataCore": ["Yams"],
    "RelataReading": ["RelataCore", "CLibXML2"],
    "RelataInference": ["CRelataKernels"],
    "RelataAnnotation": ["RelataCore", "RelataInference"],
    "RelataExtraction": ["RelataCore", "Yams"],
    "RelataGraph": ["RelataCore"],
    "RelataStore": ["RelataCore", "RelataGraph", "GRDB"],
    "RelataDiagram": ["RelataCore", "RelataGraph", "Graphviz", "Yams"],
    "RelataReport": ["RelataCore", "RelataGraph", "RelataDiagram"],
    "RelataEvaluation": ["RelataCore", "RelataAnnotation", "RelataExtraction"],
    "RelataPipeline": rooms,
    "RelataCommandLine": rooms.union(["RelataPipeline", "RelataEvaluation", "ArgumentParser"]),
    "relata": ["RelataCommandLine"],
  ]

  /// The rooms that the pipeline joins.
  static let rooms: Set<String> = [
    "RelataCore", "RelataReading", "RelataInference", "RelataAnnotation", "RelataExtraction",
    "RelataGraph",
    "RelataStore", "RelataDiagram", "RelataReport", "Graphviz",
  ]

  /// Modules of the toolchain and the system that any target may import.
  static let system: Set<String> = [
    "Foundation", "FoundationEssentials", "FoundationXML", "Synchronization", "Dispatch", "Glibc",
    "Musl", "Darwin", "Swift",
  ]
}
