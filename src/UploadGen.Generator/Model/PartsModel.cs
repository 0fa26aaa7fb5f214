namespace UploadGen.Generator.Model;

/// <summary>How a file goes out in parts, where all that takes is known.</summary>
/// <param name="Item">The member of the answer to a part that completing takes; null for storage's ETags, and where completing takes nothing of the parts.</param>
/// <param name="TakesParts">Whether completing takes something of each part: one that was sent twice then counts once.</param>
/// <param name="MaxPartSize">The most bytes of a part.</param>
/// <param name="Terms">Where the API says how large parts are to be.</param>
/// <param name="More">How URLs for further parts are asked for.</param>
internal sealed record PartsModel(MemberPath? Item = null, bool TakesParts = false, long? MaxPartSize = null, PartTermsModel? Terms = null, StepModel? More = null);

/// <summary>Where the API says how large parts are to be.</summary>
/// <param name="Inspect">The operation that tells; null where the answer that opened the upload does.</param>
/// <param name="IsParallel">The member that says whether parts may be sent at the same time.</param>
internal sealed record PartTermsModel(StepModel? Inspect, MemberPath PartSize, MemberPath? IsParallel);
