/// What a program needs to turn text into a graph and a graph into a figure: one import.
@_exported import Graphviz
@_exported import RelataAnnotation
@_exported import RelataCore
@_exported import RelataDiagram
@_exported import RelataExtraction
@_exported import RelataGraph
@_exported import RelataLanguage
@_exported import RelataPipeline
@_exported import RelataReading
@_exported import RelataReport
@_exported import RelataStore
