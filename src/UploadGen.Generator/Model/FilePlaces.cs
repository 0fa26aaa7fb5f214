namespace UploadGen.Generator.Model;

/// <summary>JSON pointers of what limits a file.</summary>
/// <param name="MaxLength">Where its <c>maxLength</c> stands.</param>
/// <param name="ContentType">Where its media types stand.</param>
internal sealed record FilePlaces(string MaxLength, string ContentType);
