namespace UploadGen.Core;

/// <summary>A body isn't the JSON it should be, at a JSON path.</summary>
internal sealed class JsonBodyException(string path, string message, Exception? cause) : Exception(message, cause)
{
    public string Path { get; } = path;
}
