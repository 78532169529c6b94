/// Who may import whom: the table that CONTRIBUTING.md explains.
enum HouseTable {
  /// For each target, the modules of this package and of other packages that it may import.
  static let allowed: [String: Set<String>] = [
    "CGraphviz": [],
    "CLibXML2": [],
    "CLibArchive": [],
    "CGMime": [],
    "CGsf": [],
    "CPoppler": [],
    "CCMark": [],
    "CLanguageDetector": [],
    "CRelataDigest": [],
    "CRelataKernels": [],
    "CRelataTables": [],
    "RelataIsolation": [],
    "Graphviz": ["CGraphviz", "RelataIsolation"],
    "RelataCore": ["CRelataDigest", "Yams"],
    "RelataLanguage": ["RelataCore", "CRelataTables", "Yams"],
    "RelataReading": [
      "RelataCore", "RelataLanguage", "RelataIsolation", "CLibXML2", "CLanguageDetector",
    ],
    "RelataParsing": [
      "RelataReading", "CLibXML2", "CLibArchive", "CGMime", "CGsf", "CPoppler", "CCMark",
    ],
    "relata-read": ["RelataParsing", "RelataReading"],
    "RelataInference": ["CRelataKernels", "CRelataDigest"],
    "RelataAnnotation": ["RelataCore", "RelataLanguage", "RelataInference"],
    "RelataExtraction": ["RelataCore", "RelataLanguage", "Yams"],
    "RelataGraph": ["RelataCore", "RelataLanguage"],
    "RelataStore": ["RelataCore", "RelataLanguage", "RelataGraph", "GRDB"],
    "RelataDiagram": ["RelataCore", "RelataLanguage", "RelataGraph", "Graphviz", "Yams"],
    "RelataReport": [
      "RelataCore", "RelataLanguage", "RelataGraph", "RelataDiagram", "Graphviz",
    ],
    "RelataEvaluation": [
      "RelataCore", "RelataLanguage", "RelataAnnotation", "RelataExtraction",
    ],
    "RelataPipeline": rooms,
    "Relata": rooms.union(["RelataPipeline"]),
    "RelataCommandLine": rooms.union(["RelataPipeline", "RelataEvaluation", "ArgumentParser"]),
    "relata": ["RelataCommandLine"],
  ]

  /// The rooms that the pipeline joins.
  static let rooms: Set<String> = [
    "RelataCore", "RelataLanguage", "RelataReading", "RelataInference", "RelataAnnotation",
    "RelataExtraction", "RelataGraph", "RelataStore", "RelataDiagram", "RelataReport", "Graphviz",
  ]

  /// Modules of the toolchain and the system that any target may import.
  static let system: Set<String> = [
    "Foundation", "FoundationEssentials", "FoundationXML", "Synchronization", "Dispatch", "Glibc",
    "Musl", "Darwin", "Swift",
  ]
}
