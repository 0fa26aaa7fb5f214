using UploadServer.Tus;

namespace UploadServer.Contracts.Gallery;

/// <summary>An upload from the time it is opened: what was announced, where it goes, and the picture once it is confirmed.</summary>
internal sealed class PictureUpload(Guid id, AnnouncedFile file, TusUpload tus)
{
    private readonly Lock _lock = new();
    private Task<Picture>? _confirmed;

    public Guid Id => id;

    public AnnouncedFile File => file;

    public TusUpload Tus => tus;

    /// <summary>Key of the object that the file becomes.</summary>
    public string Key => $"pictures/{id}/{file.Segment}";

    public bool IsConfirmed => _confirmed is not null;

    /// <summary>Confirms the upload, once: a later confirmation, as after a lost answer, gets the same.</summary>
    public Task<Picture> ConfirmAsync(Func<Task<Picture>> confirm)
    {
        lock (_lock)
        {
            return _confirmed ??= confirm();
        }
    }
}
