import Testing

@testable import Model

@Suite struct ProductBoardTests {
  private let day = Day("2015-09-15")!

  private func product(changed: String? = nil, digest: String = "") -> Product {
    var product = Product(id: "p")
    product.name = "Fact sheet"
    product.changed = changed.flatMap { Day($0) }
    product.digest = digest
    return product
  }

  private func translation(
    _ state: TranslationState?, day: String? = nil, digest: String = "", published: String? = nil,
    _ language: String = "fr"
  ) -> Translation {
    var translation = Translation(product: "p", language: language)
    translation.state = state
    translation.sourceDay = day.flatMap { Day($0) }
    translation.sourceDigest = digest
    translation.published = published.flatMap { Day($0) }
    return translation
  }

  @Test func `The digests decide where both are known, whatever the days say`() {
    let source = product(changed: "2015-09-01", digest: "aa")
    #expect(translation(.published, day: "2015-08-01", digest: "aa").freshness(against: source) == .current)
    #expect(translation(.published, day: "2015-09-10", digest: "bb").freshness(against: source) == .stale)
    #expect(translation(.published, day: "2015-08-01").freshness(against: source) == .stale)
    #expect(
      translation(.published, digest: "aa").freshness(against: product(changed: "2015-09-01")) == .unknown)
  }

  @Test func `Without them the days decide`() {
    let source = product(changed: "2015-09-01")
    #expect(translation(.published, day: "2015-08-31").freshness(against: source) == .stale)
    #expect(translation(.review, day: "2015-09-01").freshness(against: source) == .current)
    #expect(translation(.translating).freshness(against: source) == .unknown)
    #expect(translation(.published, published: "2015-08-01").freshness(against: source) == .stale)
    #expect(translation(.published, day: "2015-08-01").freshness(against: product()) == .current)
    // What is not planned, or not feasible, is never stale.
    #expect(translation(nil, day: "2015-08-01").freshness(against: source) == .current)
    #expect(translation(.notFeasible, day: "2015-08-01").freshness(against: source) == .current)
  }

  @Test func `A translation keeps the source that it was begun from`() throws {
    var source = product(changed: "2015-09-01", digest: "aa")
    let begun = try #require(translation(nil).advanced(of: source, on: day))
    #expect(begun.state == .translating && begun.sourceDigest == "aa" && begun.sourceDay == Day("2015-09-01"))
    source = source.withSource(changed: Day("2015-09-10")!, digest: "bb")
    let review = try #require(begun.advanced(of: source, on: day))
    let published = try #require(review.advanced(of: source, on: day))
    #expect(published.state == .published && published.published == day && published.sourceDigest == "aa")
    #expect(published.freshness(against: source) == .stale)
    #expect(published.renewed(from: source).freshness(against: source) == .current)
    let again = try #require(published.advanced(of: source, on: day))
    #expect(again.state == .translating && again.sourceDigest == "bb")
  }

  @Test func `What is finished goes no further by itself`() {
    let source = product(changed: "2015-09-01")
    #expect(translation(.published, day: "2015-09-02").advanced(of: source, on: day) == nil)
    #expect(translation(.notFeasible).advanced(of: source, on: day) == nil)
    #expect(translation(.review).advanced(of: source, on: day)?.sourceDay == source.changed)
  }

  @Test func `Parity counts what is published of what is feasible`() {
    let source = product(changed: "2015-09-01")
    let board = ProductBoard(
      [source],
      [
        translation(.published, day: "2015-09-01", "en"), translation(.published, day: "2015-08-01", "fr"),
        translation(.review, "ar"), translation(.notFeasible, "ru"),
      ])
    #expect(board.parity.map(\.language) == ["ar", "zh", "en", "fr", "ru", "es"])
    #expect(board.parity.map(\.percent) == [0, 0, 100, 100, nil, 0])
    #expect(board.parity.map(\.stale) == [0, 0, 0, 1, 0, 0])
    #expect(board.parity.map(\.underWay) == [1, 0, 0, 0, 0, 0])
    #expect(board.rows[0].isStale && !board.rows[0].isComplete)
  }

  @Test func `Products stand by kind, then by name`() {
    func named(_ name: String, _ type: ProductKind) -> Product {
      var product = Product(id: name)
      (product.name, product.type) = (name, type)
      return product
    }
    let board = ProductBoard([
      named("b", .factSheet), named("Website", .website), named("A", .factSheet), named("z", .faq),
    ])
    #expect(board.rows.map(\.product.name) == ["Website", "A", "b", "z"])
  }
}
