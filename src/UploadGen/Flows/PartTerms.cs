using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>What an API demands of the parts of an upload that it has opened.</summary>
/// <param name="PartSize">Bytes of each part but the last; <see langword="null"/> where the API leaves that to the client.</param>
/// <param name="IsParallel">Whether parts may be sent at the same time.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct PartTerms(long? PartSize, bool IsParallel);
