import Interchange
import Model
import Phrases
import Store

/// Reads the file of a product's source and says whether it changed since the last time, by its SHA-256.
public struct SourceErrand: Errand {
  /// The product whose source it is, and the digest that was taken.
  public struct Outcome: Sendable {
    public let product: Product
    /// Nil where the file could not be read.
    public let digest: String?
    public let problem: Phrase?
  }

  public let product: Product
  public let path: String

  public init(product: Product, path: String) { (self.product, self.path) = (product, path) }

  public var title: Phrase { Phrase(.productsReading, .text(product.name)) }

  public func run(in library: Library, progress: ErrandProgress) throws -> Outcome {
    do {
      let file = try ImportFile(path: path, isWanted: { !progress.isStopped })
      let digest = try FileDigest.sha256(of: file) { try progress.report($0, of: $1) }
      return Outcome(product: product, digest: digest, problem: nil)
    } catch let problem as ImportFile.Unreadable {
      return Outcome(product: product, digest: nil, problem: Phrase(problem))
    }
  }

  public func news(of outcome: Outcome) -> Phrase? {
    if let problem = outcome.problem { return problem }
    let isSame = outcome.digest == product.digest
    return Phrase(isSame ? .productsSourceSame : .productsSourceChanged, .text(product.name))
  }
}
