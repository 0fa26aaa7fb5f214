namespace UploadGen.Analyzers.Tests.RealCode;

/// <summary>UPG102 where an upload is opened anew, and where a failure never leads on.</summary>
public sealed class RecoveryTests
{
    [Fact]
    public Task Silent_where_a_catch_opens_another_upload() => ServiceCode.VerifyAsync("""
        public async Task<FullValidator> StoreAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            try
            {
                await client.PutAssetUploadAsync(session, content);
            }
            catch (UploadException error)
            {
                logger.LogWarning(error, "the URL of {Upload} has expired", session.AssetId);
                session = await client.CreateAssetUploadAsync(request);
                await client.PutAssetUploadAsync(session, content);
            }

            return await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        }
        """);

    [Fact]
    public Task Silent_where_an_expired_session_is_replaced_before_the_PUT() => ServiceCode.VerifyAsync("""
        public async Task<Item> StoreAsync(OpenRequest request, UploadContent content)
        {
            var session = await vault.OpenAsync(request);
            if (session.ExpiresAt < DateTimeOffset.UtcNow.AddMinutes(1))
            {
                session = await vault.OpenAsync(request);
            }

            await vault.PostAsync(session, content);
            return await vault.CommitAsync(new() { Key = session.Key });
        }
        """);

    [Fact]
    public Task Silent_where_a_refused_PUT_by_hand_opens_another_upload() => ServiceCode.VerifyAsync("""
        public async Task<FullValidator> StoreAsync(CreateAssetUploadRequest request)
        {
            var session = await client.CreateAssetUploadAsync(request);
            var id = session.AssetId;
            var response = await http.PutAsync(session.UploadUrl, new ByteArrayContent([1]));
            if (response.StatusCode == HttpStatusCode.Forbidden)
            {
                var renewed = await client.CreateAssetUploadAsync(request);
                response = await http.PutAsync(renewed.UploadUrl, new ByteArrayContent([1]));
                id = renewed.AssetId;
            }

            response.EnsureSuccessStatusCode();
            return await client.CreateAssetUploadConfirmationAsync(id);
        }
        """);

    [Fact]
    public Task Silent_where_each_turn_opens_another_upload() => ServiceCode.VerifyAsync("""
        public async Task<FullValidator> StoreAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            AssetUploadResponse session = await client.CreateAssetUploadAsync(request);
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await client.PutAssetUploadAsync(session, content);
                    break;
                }
                catch (UploadException) when (attempt < 3)
                {
                    session = await client.CreateAssetUploadAsync(request);
                }
            }

            return await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        }

        public async Task<FullValidator> StoreTupleAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var (session, attempt) = (await client.CreateAssetUploadAsync(request), 0);
            try { await client.PutAssetUploadAsync(session, content); }
            catch (UploadException)
            {
                (session, attempt) = (await client.CreateAssetUploadAsync(request), 1);
                await client.PutAssetUploadAsync(session, content);
            }

            logger.LogInformation("{Attempt}", attempt);
            return await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        }
        """);

    [Fact]
    public Task A_new_upload_that_is_not_PUT() => ServiceCode.VerifyAsync("""
        public async Task<FullValidator> StoreAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            try
            {
                await client.PutAssetUploadAsync(session, content);
            }
            catch (UploadException)
            {
                session = await client.CreateAssetUploadAsync(request);
            }

            return await client.{|UPG102:CreateAssetUploadConfirmationAsync|}(session.AssetId);
        }
        """);

    [Fact]
    public Task The_old_upload_that_is_confirmed_after_all() => ServiceCode.VerifyAsync("""
        public async Task<FullValidator> StoreAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            var id = session.AssetId;
            try
            {
                await client.PutAssetUploadAsync(session, content);
            }
            catch (UploadException)
            {
                session = await client.CreateAssetUploadAsync(request);
                await client.{|UPG103:PutAssetUploadAsync|}(session, content);
            }

            return await client.{|UPG102:CreateAssetUploadConfirmationAsync|}(id);
        }
        """);

    [Theory]
    [InlineData("""
        var stored = false;
        for (var attempt = 0; attempt < 3 && !stored; attempt++)
        {
            try { await client.PutAssetUploadAsync(session, content); stored = true; }
            catch (UploadException error) { logger.LogWarning(error, "attempt {Attempt} of {Upload}", attempt, session.AssetId); }
        }

        if (!stored) { throw new InvalidOperationException($"{session.AssetId} isn't stored"); }
        """)]
    [InlineData("""
        Exception? failure = null;
        try { await client.PutAssetUploadAsync(session, content); }
        catch (UploadException error) { failure = error; }
        if (failure is not null) { return; }
        """)]
    [InlineData("""
        Exception? failure = null;
        do
        {
            try { await client.PutAssetUploadAsync(session, content); failure = null; }
            catch (UploadException error) { failure = error; await Task.Delay(1); }
        }
        while (failure != null);
        """)]
    [InlineData("""
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            try { await client.PutAssetUploadAsync(session, content); break; }
            catch (UploadException) when (attempt < 3) { logger.LogInformation("again: {Upload}", session.AssetId); }
        }
        """)]
    [InlineData("""
        foreach (var delay in new[] { 1, 2, 3 })
        {
            try { await client.PutAssetUploadAsync(session, content); break; }
            catch (UploadException) { if (delay == 3) { throw; } await Task.Delay(delay); }
        }
        """)]
    public Task Silent_where_the_last_failure_is_not_swallowed(string put) => VerifyAsync(put, "CreateAssetUploadConfirmationAsync");

    [Theory]
    [InlineData("""
        var stored = false;
        try { await client.PutAssetUploadAsync(session, content); stored = true; }
        catch (UploadException error) { logger.LogWarning(error, "{Upload}", session.AssetId); }
        logger.LogInformation("{Upload} is stored: {Stored}", session.AssetId, stored);
        """)]
    [InlineData("""
        var stored = content.Length == 0;
        if (!stored) { await client.PutAssetUploadAsync(session, content); }
        """)]
    [InlineData("""
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            try { await client.PutAssetUploadAsync(session, content); break; }
            catch (UploadException) { await Task.Delay(attempt); }
        }
        """)]
    [InlineData("""
        var failed = false;
        try { await client.PutAssetUploadAsync(session, content); }
        catch (UploadException) { failed = true; }
        if (failed) { logger.LogInformation("never mind"); }
        """)]
    public Task A_failure_that_is_only_noted(string put) => VerifyAsync(put, "{|UPG102:CreateAssetUploadConfirmationAsync|}");

    private static Task VerifyAsync(string put, string confirm) => ServiceCode.VerifyAsync($$"""
        public async Task StoreAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            {{put}}
            await client.{{confirm}}(session.AssetId);
        }
        """);
}
