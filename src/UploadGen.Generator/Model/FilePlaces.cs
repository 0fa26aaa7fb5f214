namespace UploadGen.Generator.Model;

/// <summary>Where the limits of a file stand: JSON pointers as URI fragments.</summary>
/// <param name="MaxLength">Where its <c>maxLength</c> stands.</param>
/// <param name="ContentType">Where its media types stand.</param>
internal sealed record FilePlaces(string MaxLength, string ContentType);
