import Interchange
import Model
import Store

extension Library {
  /// The stored records of a kind that is small enough to read whole.
  public func known<R: Exchangeable>(_: R.Type) throws -> KnownRecords<R> {
    KnownRecords(try read(AllRecords<R>()))
  }

  /// Plans the import of a small kind.
  public func plan<R: Exchangeable>(_ type: R.Type, _ bytes: [UInt8]) throws -> ImportPlan<R> {
    try RecordImport(known: known(type)).plan(bytes)
  }

  /// Plans the import of cells of launches that are stored.
  public func planLaunchCells(_ bytes: [UInt8]) throws -> ImportPlan<LaunchCell> {
    let launches = try read(AllRecords<Launch>()).map(\.id)
    let known = try known(LaunchCell.self)
    let importer = RecordImport(
      known: known,
      rule: { cell in
        let isKnown = launches.contains(cell.launch)
        return isKnown ? nil : .init(field: "launch", problem: .notOneOf(cell.launch, launches))
      })
    return try importer.plan(bytes)
  }
}

extension ImportRecords where R: Exchangeable {
  /// Writes what a plan says, the rejected rows left out.
  public init(_ plan: ImportPlan<R>) {
    self.init(new: plan.new, changed: plan.changed.map { ($0.before, $0.after) })
  }
}
