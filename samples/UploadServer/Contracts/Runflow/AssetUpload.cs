using UploadServer.Storage;

namespace UploadServer.Contracts.Runflow;

/// <summary>An upload from the time it is opened: what was announced, and the asset once it is confirmed.</summary>
internal sealed class AssetUpload(Guid id, string filename, AssetType type)
{
    private readonly Lock _lock = new();

    public Guid Id => id;

    /// <summary>Key of the object that the file becomes.</summary>
    public string Key { get; } = $"assets/{id}/{ObjectKey.Segment(filename)}";

    public string Filename => filename;

    public AssetType Type => type;

    /// <summary>Null until the upload is confirmed.</summary>
    public Asset? Asset { get; private set; }

    /// <summary>Confirms the upload. Only the first confirmation makes an asset; a later one, as after a lost answer, gets the same.</summary>
    public Asset Confirm(Func<Asset> create)
    {
        lock (_lock)
        {
            return Asset ??= create();
        }
    }
}
