import Relata

// Reads the folder `articles` into the graph file `graph.relata`.
let extractor = Extractor()
let store = try GraphStore(path: "graph.relata", mode: .createIfMissing)
for case .document(let document) in DocumentReader().read([.path("articles")]) {
  try store.add(extractor.extract(document))
}
let graph = try store.loadGraph()
if let person = graph.entity(named: "Ahmad Massoud") {
  for neighbor in graph.neighbors(of: person.id) {
    for relation in neighbor.relationIDs.compactMap(graph.relation) {
      print(graph.sentence(relation), relation.status, relation.evidence[0].quote)
    }
  }
}
try store.close()
