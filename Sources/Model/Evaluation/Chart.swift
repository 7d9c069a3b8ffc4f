/// Numbers as a picture, before anybody draws it: on the screen, as text, as SVG.
public struct Chart: Sendable, Equatable, Codable {
  public enum Form: String, Sendable, Codable {
    /// One bar for each category.
    case bars
    /// One bar for each category, of a part for each series.
    case stacked
    /// A line for each series over the categories, which are in order of time.
    case lines
    /// A cell for each category and series, the darker the greater.
    case heat
  }

  public struct Series: Sendable, Equatable, Codable {
    public var name: String
    /// One for each category; nil where nothing is known or may be shown, which is not nought.
    public var values: [Double?]

    public init(_ name: String, _ values: [Double?]) { (self.name, self.values) = (name, values) }
  }

  public var form: Form
  public var title: String
  public var categories: [String]
  public var series: [Series]
  /// Behind each value, such as `%`; empty where they are counts.
  public var unit: String

  public init(_ form: Form, title: String, categories: [String], series: [Series], unit: String = "") {
    (self.form, self.title, self.categories, self.series, self.unit) =
      (form, title, categories, series, unit)
  }

  /// The greatest value, or the greatest sum of a category where its parts are stacked; 0 where there is none.
  public var most: Double {
    if form == .stacked {
      return categories.indices.map { at in series.reduce(0) { $0 + ($1.values[at] ?? 0) } }.max() ?? 0
    }
    return series.flatMap(\.values).compactMap(\.self).max() ?? 0
  }
}
