using Amazon.S3.Model;
using UploadGen.EndToEnd.Tests.Storage.Servers;

namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>Forms with a signed policy, as browsers send them to S3.</summary>
public sealed class S3FormTests(StorageServers servers) : S3Tests(servers)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2_000_000)]
    public async Task A_form_within_its_policy_brings_the_file_in(int length)
    {
        var (content, sha256) = RandomFile(length);
        await using var api = await GiveAsync(
            Sign(S3PostCondition.ContentLengthRange(1, 2_000_000), S3PostCondition.ExactMatch("Content-Type", "image/webp")), "image/webp");

        await api.Client().UploadFormAsync(content, cancellationToken: Cancellation);

        Assert.Equal(new StoredObject(length, sha256, "image/webp"), await Store.FindAsync(Key));
    }

    [Theory]
    [InlineData("a b.webp", "a b.webp")]
    [InlineData("ä€😀.webp", "ä€😀.webp")]
    [InlineData("50% off+more, x=y.webp", "50% off+more, x=y.webp")]
    [InlineData("a%20b.webp", "a%20b.webp")]
    [InlineData("the \"best\".webp", "the %22best%22.webp")] // as browsers write it
    public async Task The_store_reads_the_file_s_name_out_of_the_form(string name, string stored)
    {
        var folder = $"{Guid.NewGuid():N}/";
        var content = UploadContent.FromBytes(new byte[100], name);
        await using var api = await GiveAsync(Store.SignPost(folder + "${filename}", DateTime.UtcNow.AddMinutes(10)));

        await api.Client().UploadFormAsync(content, cancellationToken: Cancellation);

        Assert.Equal([folder + stored], await Store.KeysAsync(folder));
    }

    [Fact]
    public async Task A_file_above_the_policy_s_length_is_refused()
    {
        var form = Sign(S3PostCondition.ContentLengthRange(1, 999));

        var refused = await RefusedAsync(form);

        IsRefusal(refused, 400, "EntityTooLarge", new Uri(form.Url), form.Fields.Values);
        Assert.Contains("larger than the form's policy allows (content-length-range)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_policy_is_worth_nothing()
    {
        var form = Store.SignPost(Key, DateTime.UtcNow.AddSeconds(1));
        await Task.Delay(TimeSpan.FromSeconds(2.5), Cancellation);

        var refused = await RefusedAsync(form);

        IsRefusal(refused, 403, "AccessDenied", new Uri(form.Url), form.Fields.Values);
        Assert.Contains("Open the upload again", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_the_policy_does_not_allow_is_refused()
    {
        var form = Sign(S3PostCondition.ExactMatch("Content-Type", "image/png"));

        var refused = await RefusedAsync(form, "image/webp");

        IsRefusal(refused, 403, "AccessDenied", new Uri(form.Url), form.Fields.Values);
    }

    private CreatePresignedPostResponse Sign(params S3PostCondition[] conditions) => Store.SignPost(Key, DateTime.UtcNow.AddMinutes(10), conditions);

    private Task<DepotApi> GiveAsync(CreatePresignedPostResponse form, string? contentType = null)
    {
        var fields = new Dictionary<string, string>(form.Fields);
        if (contentType is not null)
        {
            fields["Content-Type"] = contentType;
        }

        return GiveAsync(form.Url, fields);
    }

    private async Task<UploadException> RefusedAsync(CreatePresignedPostResponse form, string? contentType = null)
    {
        await using var api = await GiveAsync(form, contentType);

        var refused = await Assert.ThrowsAsync<UploadException>(() => api.Client().UploadFormAsync(RandomFile(1000).Content, cancellationToken: Cancellation));

        Assert.Null(await Store.FindAsync(Key));
        return refused;
    }
}
