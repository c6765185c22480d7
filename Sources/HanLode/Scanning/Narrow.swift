/// An `Int` kept in half its width: an offset, as lexemes have them, or a count of characters.
///
/// What is read of a number passes through many hands, and what it weighs is most of the way.
@propertyWrapper
struct Narrow: Hashable, Sendable, BitwiseCopyable {
    private var stored: Int32

    @inline(__always)
    init(wrappedValue: Int) { stored = Int32(truncatingIfNeeded: wrappedValue) }

    var wrappedValue: Int {
        @inline(__always) get { Int(stored) }
        @inline(__always) set { stored = Int32(truncatingIfNeeded: newValue) }
    }
}
