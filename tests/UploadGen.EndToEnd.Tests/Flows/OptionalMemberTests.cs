using UploadGen.EndToEnd.Tests.Runflow;

namespace UploadGen.EndToEnd.Tests.Flows;

/// <summary>What an optional member that may be null looks like on the wire.</summary>
public sealed class OptionalMemberTests
{
    private static readonly Guid Folder = Guid.Parse("0199c0de-0000-7000-8000-00000000f01d");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<ConfirmAssetUploadRequest?, string> Bodies { get; } = new()
    {
        { null, "{}" },
        { new ConfirmAssetUploadRequest(), "{}" },
        { new ConfirmAssetUploadRequest { FolderId = null }, """{"folder_id":null}""" },
        { new ConfirmAssetUploadRequest { FolderId = Folder }, """{"folder_id":"0199c0de-0000-7000-8000-00000000f01d"}""" },
    };

    [Theory]
    [MemberData(nameof(Bodies), DisableDiscoveryEnumeration = true)]
    public async Task Unset_is_left_out_and_null_is_sent(ConfirmAssetUploadRequest? body, string sent)
    {
        await using var server = await WebServer.RecordingAsync(201, "{}");

        await server.Runflow.CreateAssetUploadConfirmationAsync(Guid.NewGuid(), body, cancellationToken: Cancellation);

        Assert.Equal(sent, Assert.Single(server.Requests).Text);
    }

    [Fact]
    public async Task An_unset_header_is_left_out()
    {
        await using var server = await WebServer.RecordingAsync(201, "{}");

        await server.Runflow.CreateAssetUploadConfirmationAsync(Guid.NewGuid(), cancellationToken: Cancellation);
        await server.Runflow.CreateAssetUploadConfirmationAsync(Guid.NewGuid(), xOrganizationId: "org", cancellationToken: Cancellation);

        Assert.False(server.Requests[0].Headers.ContainsKey("X-Organization-Id"));
        Assert.Equal("org", server.Requests[1].Headers["X-Organization-Id"]);
    }
}
