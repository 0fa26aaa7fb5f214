namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>What the API gives to whoever announces a file.</summary>
/// <param name="Key">The object's key, by which the API looks for it when it is confirmed.</param>
/// <param name="Url">The signed URL.</param>
/// <param name="Headers">Headers that go with it, or the fields of a form.</param>
internal sealed record Ticket(string Key, string Url, IReadOnlyDictionary<string, string>? Headers = null);
