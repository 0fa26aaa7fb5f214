namespace UploadGen.Analyzers.Tests.RealCode;

/// <summary>What is checked of a session before it is used can't PUT its file. What tells whether the file is there is another matter.</summary>
public sealed class ComparedSessionTests
{
    [Fact]
    public Task An_id_that_must_not_be_empty() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(CreateAssetUploadRequest request)
        {
            var session = await client.CreateAssetUploadAsync(request);
            if (session is null || session.AssetId == Guid.Empty)
            {
                throw new InvalidOperationException("no id");
            }

            await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);
        }

        public async Task CommitAsync(OpenRequest request)
        {
            var session = await vault.OpenAsync(request);
            ArgumentNullException.ThrowIfNull(session);
            ArgumentException.ThrowIfNullOrEmpty(session.Key);
            if (string.IsNullOrWhiteSpace(session.Key) || session.Key.Length > 64 || session.Key.StartsWith("tmp-", StringComparison.Ordinal)) { return; }
            await vault.{|UPG101:CommitAsync|}(new() { Key = session.Key });
        }
        """);

    [Fact]
    public Task A_host_and_a_scheme_that_are_checked() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(CreateAssetUploadRequest request, string storage)
        {
            var session = await client.CreateAssetUploadAsync(request);
            if (session.UploadUrl.Scheme != Uri.UriSchemeHttps || !session.UploadUrl.Host.EndsWith(storage, StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidOperationException($"{session.UploadUrl.Host} isn't ours.");
            }

            if (session.UploadUrl is not { IsAbsoluteUri: true, Port: 443 }) { return; }
            await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);
        }
        """);

    [Fact]
    public Task A_size_that_is_checked() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(OpenRequest request, UploadContent content)
        {
            var session = await vault.OpenAsync(request);
            if (content.Length > session.MaxBytes)
            {
                throw new InvalidOperationException($"{content.Length} of {session.MaxBytes} bytes");
            }

            var parts = Math.Max(1, session.MaxBytes / 1024);
            logger.LogInformation("{Parts} parts", parts);
            await vault.{|UPG101:CommitAsync|}(new() { Key = session.Key });
        }
        """);

    [Fact]
    public Task A_time_that_is_checked() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(OpenRequest request)
        {
            var session = await vault.OpenAsync(request);
            var left = session.ExpiresAt - DateTimeOffset.UtcNow;
            if (session.ExpiresAt < DateTimeOffset.UtcNow) { throw new TimeoutException(); }
            logger.LogInformation("{Left} left until {End:O}", left, session.ExpiresAt);
            await vault.{|UPG101:CommitAsync|}(new() { Key = session.Key });
        }
        """);

    [Fact]
    public Task Assertions_of_a_test() => ServiceCode.VerifyAsync("""
        public async Task Confirms()
        {
            var session = await client.CreateAssetUploadAsync(new() { Filename = "a.png", MimeType = "image/png", SizeBytes = 1 });
            Assert.NotNull(session);
            Assert.NotNull(session.UploadUrl);
            Assert.NotEqual(Guid.Empty, session.AssetId);
            Assert.Equal("https", session.UploadUrl.Scheme);
            Debug.Assert(session.AssetId != default);
            var asset = await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);
            Assert.Equal(session.AssetId, asset.Id);
        }
        """);

    [Fact]
    public Task Equality_in_a_log_and_in_a_lookup() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(CreateAssetUploadRequest request, Guid expected)
        {
            var session = await client.CreateAssetUploadAsync(request);
            logger.LogInformation(
                "the same: {Same} {Order} {Hash}", session.AssetId.Equals(expected), session.AssetId.CompareTo(expected), session.AssetId.GetHashCode());
            await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);
        }
        """);

    [Fact]
    public Task Silent_where_the_session_says_what_became_of_the_file() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(OpenRequest request, UploadContent content)
        {
            var session = await vault.OpenAsync(request);
            if (session.Status == "stored") { await vault.CommitAsync(new() { Key = session.Key }); return; }

            var second = await vault.OpenAsync(request);
            if (second.ReceivedBytes == content.Length) { await vault.CommitAsync(new() { Key = second.Key }); return; }

            var third = await vault.OpenAsync(request);
            if (third.ReceivedBytes < content.Length) { await vault.PostAsync(third, content); }
            await vault.CommitAsync(new() { Key = third.Key });

            var fourth = await vault.OpenAsync(request);
            switch (fourth.Status)
            {
                case "stored": break;
                default: await vault.PostAsync(fourth, content); break;
            }
            await vault.CommitAsync(new() { Key = fourth.Key });

            var fifth = await vault.OpenAsync(request);
            if (string.IsNullOrEmpty(fifth.Status)) { await vault.PostAsync(fifth, content); }
            await vault.CommitAsync(new() { Key = fifth.Key });
        }
        """);

    [Fact]
    public Task Silent_where_the_upload_is_one_that_was_known() => ServiceCode.VerifyAsync("""
        public async Task ResumeAsync(CreateAssetUploadRequest request, Guid known, HashSet<Guid> stored)
        {
            var session = await client.CreateAssetUploadAsync(request);
            if (session.AssetId.Equals(known)) { await client.CreateAssetUploadConfirmationAsync(session.AssetId); return; }

            var other = await client.CreateAssetUploadAsync(request);
            if (stored.Contains(other.AssetId)) { await client.CreateAssetUploadConfirmationAsync(other.AssetId); return; }

            var third = await client.CreateAssetUploadAsync(request);
            var isKnown = third.AssetId == known;
            if (isKnown && stored.Count > 0) { await client.CreateAssetUploadConfirmationAsync(third.AssetId); }
        }
        """);

    [Fact]
    public Task Silent_where_no_URL_says_that_the_file_is_there() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(OpenRequest request, UploadContent content)
        {
            var session = await vault.OpenAsync(request);
            if (session.Url is not null) { await vault.PostAsync(session, content); }
            await vault.CommitAsync(new() { Key = session.Key });
        }
        """);

    [Fact]
    public Task Silent_about_the_steps_in_order_with_checks_between() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(OpenRequest request, UploadContent content)
        {
            var session = await vault.OpenAsync(request);
            if (session.Url.Scheme != "https" || session.MaxBytes < content.Length || session.ExpiresAt < DateTimeOffset.UtcNow) { return; }
            await vault.PostAsync(session, content);
            Assert.Equal("a", session.Key);
            await vault.CommitAsync(new() { Key = session.Key });
        }
        """);
}
