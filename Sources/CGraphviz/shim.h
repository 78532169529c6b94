#ifndef RELATA_CGRAPHVIZ_SHIM_H
#define RELATA_CGRAPHVIZ_SHIM_H
// Headers come from the installed library (pkg-config libgvc); none is vendored.
//
// The `relata_gv_…` functions below exist because Swift cannot reach the thing itself: function-like
// macros (`aghead`, `ND_coord`), mutable globals (`Agdirected`), variadics (`agerr`), parameters that
// should be `const`, bit-fields, and the length type of `gvRenderData`, which changed at Graphviz 14.
#include <graphviz/cgraph.h>
#include <graphviz/graphviz_version.h>
#include <graphviz/gvc.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// MARK: Graph objects

static inline Agraph_t *relata_gv_open(const char *name, bool directed, bool strict) {
  Agdesc_t kind = directed ? (strict ? Agstrictdirected : Agdirected)
                           : (strict ? Agstrictundirected : Agundirected);
  return agopen((char *)name, kind, NULL);
}

static inline Agnode_t *relata_gv_node(Agraph_t *graph, const char *name) {
  return agnode(graph, (char *)name, 1);
}

/// `key` may be NULL: an anonymous edge.
static inline Agedge_t *relata_gv_edge(
    Agraph_t *graph, Agnode_t *tail, Agnode_t *head, const char *key) {
  return agedge(graph, tail, head, (char *)key, 1);
}

/// `name` may be NULL: an anonymous subgraph.
static inline Agraph_t *relata_gv_subgraph(Agraph_t *graph, const char *name) {
  return agsubg(graph, (char *)name, 1);
}

static inline int relata_gv_add_node(Agraph_t *subgraph, Agnode_t *node) {
  return agsubnode(subgraph, node, 1) ? 0 : -1;
}

static inline Agnode_t *relata_gv_tail(Agedge_t *edge) { return agtail(edge); }
static inline Agnode_t *relata_gv_head(Agedge_t *edge) { return aghead(edge); }
static inline uint64_t relata_gv_sequence(void *object) { return (uint64_t)AGSEQ(object); }

// MARK: Attributes

/// Sets an attribute, declaring it with an empty default first where the graph lacks it.
/// The interned string is released again: the library keeps its own reference.
static inline int relata_gv_set(void *object, const char *name, const char *value, bool html) {
  Agraph_t *graph = agraphof(object);
  char *interned =
      html ? agstrdup_html(graph, (char *)value) : agstrdup(graph, (char *)value);
  if (!interned) return -1;
  int result = agsafeset(object, (char *)name, interned, "");
  // Later versions take a third argument; where it is not expected, it is not looked at.
  ((int (*)(Agraph_t *, char *, bool))(void *)agstrfree)(graph, interned, html);
  return result;
}

/// Declares a default for nodes or edges: what subgraphs and later objects inherit.
static inline int relata_gv_declare(
    Agraph_t *graph, int kind, const char *name, const char *value) {
  return agattr(graph, kind, (char *)name, (char *)value) ? 0 : -1;
}

// MARK: Writing

/// The graph as DOT text, malloc'ed; NULL when writing failed.
static inline char *relata_gv_write(Agraph_t *graph, size_t *length) {
  char *text = NULL;
  FILE *stream = open_memstream(&text, length);
  if (!stream) return NULL;
  int written = agwrite(graph, stream);
  int closed = fclose(stream);
  if (written != 0 || closed != 0) {
    free(text);
    return NULL;
  }
  return text;
}

// MARK: Messages

/// Puts a mark after the last message, so that an old message is not taken for a new one.
static inline void relata_gv_mark_messages(void) { agerr(AGWARN, "%s", "\001"); }

/// Level of the worst message since the last reset: 0 a warning or nothing, 1 or more an error.
static inline int relata_gv_worst_level(void) { return (int)agerrors(); }
static inline void relata_gv_collect_messages(void) { agseterr(AGMAX); }
static inline void relata_gv_print_messages(void) { agseterr(AGWARN); }

// MARK: Layout and rendering

/// Makes the library heed SERVER_NAME, under which it opens no image or shape file.
/// It reads the variable only while parsing arguments, which also leaves an output job behind: hence
/// a context of its own, thrown away again.
static inline void relata_gv_heed_server_name(void) {
  GVC_t *context = gvContext();
  char name[] = "dot";
  char *arguments[] = {name, NULL};
  if (!context) return;
  gvParseArgs(context, 1, arguments);
  gvFreeContext(context);
}

/// Renders into malloc'ed bytes. `length` starts at zero, so that the narrower integer of versions
/// before 14 fills the low half (every platform of ours is little-endian).
static inline int relata_gv_render(
    GVC_t *context, Agraph_t *graph, const char *format, char **bytes, size_t *length) {
  *length = 0;
  return gvRenderData(context, graph, format, bytes, (void *)length);
}

/// Later versions dropped the last parameter; an argument too many is not looked at.
static inline char **relata_gv_plugins(GVC_t *context, const char *kind, int *count) {
  return ((char **(*)(GVC_t *, const char *, int *, char *))(void *)gvPluginList)(
      context, kind, count, NULL);
}

// MARK: Geometry (points, origin at the lower left)

typedef struct {
  double x, y, width, height;
} relata_gv_box;

static inline relata_gv_box relata_gv_graph_box(Agraph_t *graph) {
  boxf box = GD_bb(graph);
  relata_gv_box result = {box.LL.x, box.LL.y, box.UR.x - box.LL.x, box.UR.y - box.LL.y};
  return result;
}

/// `x` and `y` are the centre here.
static inline relata_gv_box relata_gv_node_box(Agnode_t *node) {
  relata_gv_box result = {
      ND_coord(node).x, ND_coord(node).y, ND_width(node) * 72, ND_height(node) * 72};
  return result;
}

static inline size_t relata_gv_spline_count(Agedge_t *edge) {
  return ED_spl(edge) ? (size_t)ED_spl(edge)->size : 0;
}

static inline size_t relata_gv_spline_length(Agedge_t *edge, size_t spline) {
  return (size_t)ED_spl(edge)->list[spline].size;
}

static inline void relata_gv_spline_point(
    Agedge_t *edge, size_t spline, size_t index, double *x, double *y) {
  *x = ED_spl(edge)->list[spline].list[index].x;
  *y = ED_spl(edge)->list[spline].list[index].y;
}

static inline bool relata_gv_edge_label(Agedge_t *edge, double *x, double *y) {
  textlabel_t *label = ED_label(edge);
  if (!label || !label->set) return false;
  *x = label->pos.x;
  *y = label->pos.y;
  return true;
}
#endif
