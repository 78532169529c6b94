/// The assignment problem: the one-to-one pairing of rows and columns with the greatest sum.
///
/// The Hungarian method with shortest augmenting paths (Kuhn 1955; Jonker & Volgenant 1987).
enum Assignment {
  /// The pairing with the greatest sum.
  ///
  /// - Parameter gain: Rows of equal length; gains may be negative.
  /// - Returns: The column of each row, nil for rows left over when there are fewer columns.
  /// - Complexity: O(n³), n the larger side.
  static func best(_ gain: [[Double]]) -> [Int?] {
    let rows = gain.count
    let columns = gain.first?.count ?? 0
    let n = max(rows, columns)
    func cost(_ row: Int, _ column: Int) -> Double {
      row < rows && column < columns ? -gain[row][column] : 0
    }
    // Row and column 0 are sentinels; potentials keep reduced costs at or above 0.
    var rowPotential = [Double](repeating: 0, count: n + 1)
    var columnPotential = [Double](repeating: 0, count: n + 1)
    var rowOf = [Int](repeating: 0, count: n + 1)
    for row in stride(from: 1, through: n, by: 1) {
      rowOf[0] = row
      var column = 0
      var distance = [Double](repeating: .infinity, count: n + 1)
      var previous = [Int](repeating: 0, count: n + 1)
      var isDone = [Bool](repeating: false, count: n + 1)
      repeat {
        isDone[column] = true
        let from = rowOf[column]
        var nearest = 0
        var step = Double.infinity
        for next in 1...n where !isDone[next] {
          let reduced = cost(from - 1, next - 1) - rowPotential[from] - columnPotential[next]
          if reduced < distance[next] {
            distance[next] = reduced
            previous[next] = column
          }
          if distance[next] < step {
            step = distance[next]
            nearest = next
          }
        }
        for next in 0...n {
          if isDone[next] {
            rowPotential[rowOf[next]] += step
            columnPotential[next] -= step
          } else {
            distance[next] -= step
          }
        }
        column = nearest
      } while rowOf[column] != 0
      while column != 0 {
        rowOf[column] = rowOf[previous[column]]
        column = previous[column]
      }
    }
    var result = [Int?](repeating: nil, count: rows)
    for column in stride(from: 1, through: columns, by: 1) where rowOf[column] <= rows {
      result[rowOf[column] - 1] = column - 1
    }
    return result
  }
}
