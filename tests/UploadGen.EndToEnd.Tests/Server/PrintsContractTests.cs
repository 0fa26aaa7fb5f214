using System.Net;
using System.Security.Cryptography;

namespace UploadGen.EndToEnd.Tests.Server;

/// <summary>The contract whose uploads go in parts: three of them here, the last of 7 bytes.</summary>
public sealed class PrintsContractTests : ServerTests
{
    private const int PartSize = 128 * 1024;

    private static readonly byte[] Poster = RandomNumberGenerator.GetBytes(2 * PartSize + 7);

    [Fact]
    public async Task Parts_come_in_any_order_and_are_put_together_in_theirs()
    {
        var upload = await OpenAsync();
        var etags = new string[3];
        foreach (var index in new[] { 2, 0, 1 })
        {
            etags[index] = await PutPartAsync(upload, index);
        }

        var completed = await CompleteAsync(upload, etags);

        Assert.Equal(HttpStatusCode.OK, completed.StatusCode);
        var file = await RunningServer.TextAsync(completed);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Poster));
        Assert.Equal(
            $$"""{"id":"{{upload.Id}}","file_name":"poster.png","file_size":262151,"content_type":"image/png","part_count":3,"sha256":"{{sha256}}"}""", file);
        var stored = Assert.Single(Running.Server.Objects);
        Assert.Equal(($"prints/{upload.Id}/poster.png", sha256, 262_151L), (stored.Key, stored.Sha256, stored.Length));
    }

    [Fact]
    public async Task An_upload_is_completed_once_and_answered_the_same_again()
    {
        var upload = await OpenAsync();
        var etags = await PutAllAsync(upload);

        var answers = await Task.WhenAll(CompleteAsync(upload, etags), CompleteAsync(upload, etags));
        var later = await CompleteAsync(upload, etags);

        var first = await RunningServer.TextAsync(answers[0]);
        Assert.Equal(first, await RunningServer.TextAsync(answers[1]));
        Assert.Equal(first, await RunningServer.TextAsync(later));
    }

    [Fact]
    public async Task A_large_file_has_no_more_than_a_hundred_parts()
    {
        var upload = await OpenAsync(10L * 1024 * 1024 * 1024);

        Assert.Equal(100, upload.Urls.Count);
        Assert.Equal(107_374_183, upload.PartSize);
    }

    [Fact]
    public async Task A_part_of_another_length_or_with_another_signature_is_403()
    {
        var upload = await OpenAsync();
        var changed = upload.Urls[0][..^1] + (upload.Urls[0][^1] == '0' ? '1' : '0');

        await StorageAnswer.IsErrorAsync(await Running.PutAsync(upload.Urls[0], Poster[..100]), HttpStatusCode.Forbidden, "SignatureDoesNotMatch");
        await StorageAnswer.IsErrorAsync(await Running.PutAsync(changed, Part(0)), HttpStatusCode.Forbidden, "SignatureDoesNotMatch");
        await StorageAnswer.IsErrorAsync(
            await Running.PutAsync(upload.Urls[0].Replace("/parts/1?", "/parts/2?", StringComparison.Ordinal), Part(1)),
            HttpStatusCode.Forbidden, "SignatureDoesNotMatch");

        Assert.Empty(Running.Server.Objects);
    }

    [Fact]
    public async Task A_part_that_is_missing_keeps_the_upload_open()
    {
        var upload = await OpenAsync();
        var first = await PutPartAsync(upload, 0);
        var last = await PutPartAsync(upload, 2);

        await IsProblemAsync(await CompleteAsync(upload, first, first, last), HttpStatusCode.Conflict, "Part 2 is not there.");
        var second = await PutPartAsync(upload, 1);

        Assert.Equal(HttpStatusCode.OK, (await CompleteAsync(upload, first, second, last)).StatusCode);
    }

    [Fact]
    public async Task ETags_that_are_others_fewer_or_in_another_order_are_409()
    {
        var upload = await OpenAsync();
        var etags = await PutAllAsync(upload);

        await IsProblemAsync(await CompleteAsync(upload, etags[0], "\"other\"", etags[2]), HttpStatusCode.Conflict, "The ETag of part 2 is another.");
        await IsProblemAsync(await CompleteAsync(upload, etags[1], etags[0], etags[2]), HttpStatusCode.Conflict, "The ETag of part 1 is another.");
        await IsProblemAsync(await CompleteAsync(upload, etags[0].Trim('"'), etags[1], etags[2]), HttpStatusCode.Conflict, "The ETag of part 1 is another.");
        await IsProblemAsync(await CompleteAsync(upload, etags[0], etags[1]), HttpStatusCode.Conflict, "The file has 3 parts, and there are 2 ETags.");
    }

    [Theory]
    [InlineData("""{"file_name":"a.png","file_size":0,"content_type":"image/png"}""", "file_size: Input should be greater than or equal to 1")]
    [InlineData("""{"file_name":"a.png","file_size":10737418241,"content_type":"image/png"}""", "file_size: Input should be less than or equal to 10737418240")]
    [InlineData("""{"file_size":1,"content_type":"image/png"}""", "file_name: Field required")]
    [InlineData("""{"file_name":"a.png","file_size":1,"media_type":"image/png"}""", "content_type: Field required; media_type: Extra inputs are not permitted")]
    public async Task An_announcement_is_held_to_the_document(string body, string said)
        => await IsProblemAsync(
            await Running.CallAsync(HttpMethod.Post, "v1/print-files", new StringContent(body)), HttpStatusCode.UnprocessableEntity, said);

    [Theory]
    [InlineData("{}", "etags: Field required")]
    [InlineData("""{"etags":"one"}""", "etags: Input should be a valid list of strings")]
    [InlineData("""{"etags":[1,2,3]}""", "etags: Input should be a valid list of strings")]
    public async Task A_completion_is_held_to_the_document(string body, string said)
        => await IsProblemAsync(
            await Running.CallAsync(HttpMethod.Post, $"v1/print-files/{(await OpenAsync()).Id}/complete", new StringContent(body)),
            HttpStatusCode.UnprocessableEntity, said);

    [Fact]
    public async Task An_upload_that_is_given_up_is_gone_with_its_parts_and_a_complete_one_stays()
    {
        var dropped = await OpenAsync();
        var etags = await PutAllAsync(dropped);
        var kept = await OpenAsync();
        await CompleteAsync(kept, await PutAllAsync(kept));

        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync(dropped.Id)).StatusCode);

        await IsProblemAsync(await CompleteAsync(dropped, etags), HttpStatusCode.NotFound, "There is no such upload, or no longer.");
        await IsProblemAsync(await DeleteAsync(dropped.Id), HttpStatusCode.NotFound, "There is no such upload, or no longer.");
        await IsProblemAsync(await DeleteAsync(kept.Id), HttpStatusCode.Conflict, "The upload is complete.");
        Assert.Equal($"prints/{kept.Id}/poster.png", Assert.Single(Running.Server.Objects).Key);
    }

    [Fact]
    public async Task A_token_is_asked_for()
        => await IsProblemAsync(
            await Running.CallAsync(HttpMethod.Post, "v1/print-files", token: "sk-guess"), HttpStatusCode.Unauthorized,
            "The bearer token is missing or not valid.");

    private static byte[] Part(int index) => Poster[(index * PartSize)..Math.Min(Poster.Length, (index + 1) * PartSize)];

    private static async Task IsProblemAsync(HttpResponseMessage response, HttpStatusCode status, string detail)
    {
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var problem = await RunningServer.JsonAsync(response);
        Assert.Equal(((int)status, detail), (problem.GetProperty("status").GetInt32(), problem.GetProperty("detail").GetString()));
    }

    private async Task<Upload> OpenAsync(long? size = null)
    {
        var response = await Running.PostAsync(
            "v1/print-files", new { file_name = "poster.png", file_size = size ?? Poster.Length, content_type = "image/png" });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var session = await RunningServer.JsonAsync(response);
        return new Upload(
            session.GetProperty("print_file_id").GetGuid(),
            session.GetProperty("part_size").GetInt64(),
            [.. session.GetProperty("part_urls").EnumerateArray().Select(url => url.GetString()!)]);
    }

    private async Task<string> PutPartAsync(Upload upload, int index)
    {
        var response = await Running.PutAsync(upload.Urls[index], Part(index));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.Headers.ETag!.ToString();
    }

    private async Task<string[]> PutAllAsync(Upload upload) => [await PutPartAsync(upload, 0), await PutPartAsync(upload, 1), await PutPartAsync(upload, 2)];

    private Task<HttpResponseMessage> CompleteAsync(Upload upload, params string[] etags)
        => Running.PostAsync($"v1/print-files/{upload.Id}/complete", new { etags });

    private Task<HttpResponseMessage> DeleteAsync(Guid id) => Running.CallAsync(HttpMethod.Delete, $"v1/print-files/{id}");

    private sealed record Upload(Guid Id, long PartSize, IReadOnlyList<string> Urls);
}
