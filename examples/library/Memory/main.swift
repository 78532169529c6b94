import Relata

let reader = try GraphReader()
try reader.read("Anna Kern hired Paul Weiss, a lobbyist from Oslo.", source: "Monday Post")
let graph = try reader.read("Paul Weiss met Ida Moe in Bergen.", source: "Fjord News")
for relation in graph.relations {
  print(graph.sentence(relation), relation.evidence[0].quote)
}
let svg = try graph.figure(around: graph.entity(named: "Weiss")).svg
print(svg.count, "characters of SVG")
