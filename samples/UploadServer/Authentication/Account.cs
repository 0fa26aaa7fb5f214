using System.Security.Cryptography;

namespace UploadServer.Authentication;

/// <summary>The one account of the server: who calls, with what, and what belongs to it. Made up anew for each server.</summary>
internal sealed class Account
{
    public string ApiKey { get; } = "sk-" + RandomNumberGenerator.GetHexString(32, lowercase: true);

    public string SessionToken { get; } = "session." + RandomNumberGenerator.GetHexString(32, lowercase: true);

    public Guid OrganizationId { get; } = Guid.CreateVersion7();

    public Guid TeamId { get; } = Guid.CreateVersion7();

    public Guid FolderId { get; } = Guid.CreateVersion7();

    public Guid UserId { get; } = Guid.CreateVersion7();
}
