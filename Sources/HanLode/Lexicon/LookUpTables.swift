/// What a reader looks characters and terms up in, where it lies in an image.
struct LookUpTables {
    /// Stage one of the table of characters: for each page of 256 code points where it lies in stage two.
    let pages: UnsafeBufferPointer<UInt16>
    /// Stage two of the table of characters: the bits of a `CharacterInfo`.
    let entries: UnsafeBufferPointer<UInt32>
    /// For each letter of the alphabet the kinds of the terms that begin with it; 0 for what is no letter.
    let initials: UnsafeBufferPointer<UInt32>
    /// For each letter the kinds of the terms that end with it, of those that are looked up from their end.
    let finals: UnsafeBufferPointer<UInt32>
    /// Terms by their characters, for what begins at a place.
    let forward: UnsafeBufferPointer<DoubleArray.Node>
    /// Terms by their characters from the last to the first, for what ends at a place.
    let backward: UnsafeBufferPointer<DoubleArray.Node>
    /// Terms of the user's lists, and what sequences begin with, by their characters.
    let listed: UnsafeBufferPointer<DoubleArray.Node>
    /// What the terms' surfaces stand for.
    let postings: UnsafeBufferPointer<Lexicon.Posting>

    init(_ storage: LexiconStorage) {
        pages = storage.elements(.pages, as: UInt16.self)
        entries = storage.elements(.entries, as: UInt32.self)
        initials = storage.elements(.initials, as: UInt32.self)
        finals = storage.elements(.finals, as: UInt32.self)
        forward = storage.elements(.forward, as: DoubleArray.Node.self)
        backward = storage.elements(.backward, as: DoubleArray.Node.self)
        listed = storage.elements(.listed, as: DoubleArray.Node.self)
        postings = storage.elements(.postings, as: Lexicon.Posting.self)
    }
}
