namespace UploadGen.Analyzers.Tests.RealCode;

/// <summary>Sessions that lambdas and local functions capture: what these do with them is seen.</summary>
public sealed class ClosureTests
{
    [Fact]
    public Task A_confirmation_in_a_retry() => ServiceCode.VerifyAsync("""
        public async Task<FullValidator> StoreAsync(CreateAssetUploadRequest request)
        {
            var session = await client.CreateAssetUploadAsync(request);
            return await retries.ExecuteAsync(() => client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId));
        }

        public async Task StoreBlockAsync(CreateAssetUploadRequest request)
        {
            var session = await client.CreateAssetUploadAsync(request);
            await retries.ExecuteAsync(async () =>
            {
                logger.LogInformation("confirming {Upload}", session.AssetId);
                await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);
            });
        }
        """);

    [Fact]
    public Task An_id_that_is_captured() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(OpenRequest request)
        {
            var session = await vault.OpenAsync(request);
            var key = session.Key;
            await Task.Run(() => vault.{|UPG101:CommitAsync|}(new() { Key = key }));
        }
        """);

    [Fact]
    public Task A_confirmation_in_a_local_function() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(CreateAssetUploadRequest request)
        {
            var session = await client.CreateAssetUploadAsync(request);
            await FinishAsync();

            async Task FinishAsync()
            {
                var asset = await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);
                repository.Save(asset);
            }
        }
        """);

    [Fact]
    public Task A_lambda_that_only_reads() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(CreateAssetUploadRequest request, CancellationToken ct)
        {
            var session = await client.CreateAssetUploadAsync(request);
            using var registration = ct.Register(() => logger.LogInformation("{Upload} was canceled", session.AssetId));
            await client.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);
        }
        """);

    [Fact]
    public Task A_PUT_beside_a_lambda_that_only_reads() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            var progress = new Progress<UploadProgress>(step => logger.LogInformation("{Upload}: {Step}", session.AssetId, step));
            await client.{|UPG103:PutAssetUploadAsync|}(session, content, progress);
        }
        """);

    [Fact]
    public Task Silent_where_a_lambda_PUTs() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            await retries.ExecuteAsync(() => client.PutAssetUploadAsync(session, content));
            await retries.ExecuteAsync(() => client.CreateAssetUploadConfirmationAsync(session.AssetId));
        }

        public async Task StoreByHandAsync(CreateAssetUploadRequest request)
        {
            var session = await client.CreateAssetUploadAsync(request);
            await retries.ExecuteAsync(async () => (await http.PutAsync(session.UploadUrl, new ByteArrayContent([1]))).EnsureSuccessStatusCode());
            await client.CreateAssetUploadConfirmationAsync(session.AssetId);
        }

        public async Task StoreInALocalFunctionAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            var finish = () => client.CreateAssetUploadConfirmationAsync(session.AssetId);
            await SendAsync();
            await finish();
            Task SendAsync() => client.PutAssetUploadAsync(session, content);
        }
        """);

    [Fact]
    public Task Silent_where_a_lambda_runs_later() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(CreateAssetUploadRequest request, UploadContent content, Stack<Func<Task>> later)
        {
            var session = await client.CreateAssetUploadAsync(request);
            later.Push(() => client.CreateAssetUploadConfirmationAsync(session.AssetId));
            await client.PutAssetUploadAsync(session, content);
            await later.Pop()();
        }

        public async Task StoreDeferredAsync(CreateAssetUploadRequest request, UploadContent content)
        {
            var session = await client.CreateAssetUploadAsync(request);
            var confirming = new Lazy<Task>(() => client.CreateAssetUploadConfirmationAsync(session.AssetId));
            await client.PutAssetUploadAsync(session, content);
            await confirming.Value;
        }

        public async Task StoreHandedOverAsync(CreateAssetUploadRequest request)
        {
            var session = await client.CreateAssetUploadAsync(request);
            await retries.ExecuteAsync(() => repository.SaveAsync(session));
            await retries.ExecuteAsync(() => client.CreateAssetUploadConfirmationAsync(session.AssetId));
        }
        """);

    [Fact]
    public Task Silent_about_a_refusal_that_a_test_expects() => ServiceCode.VerifyAsync("""
        public async Task Refuses_what_was_not_PUT()
        {
            var session = await client.CreateAssetUploadAsync(new() { Filename = "a.png", MimeType = "image/png", SizeBytes = 1 });
            await Assert.ThrowsAsync<ApiException>(() => client.CreateAssetUploadConfirmationAsync(session.AssetId));
            var error = await Assert.ThrowsAsync<ApiException>(async () => await client.CreateAssetUploadConfirmationAsync(session.AssetId));
            Assert.NotNull(error);
        }

        public async Task Refuses_with_an_act()
        {
            var session = await client.CreateAssetUploadAsync(new() { Filename = "a.png", MimeType = "image/png", SizeBytes = 1 });
            Func<Task> act = () => client.CreateAssetUploadConfirmationAsync(session.AssetId);
            await Assert.ThrowsAsync<ApiException>(act);
        }
        """);

    [Fact]
    public Task Silent_about_a_variable_that_is_assigned_again() => ServiceCode.VerifyAsync("""
        public async Task StoreAsync(CreateAssetUploadRequest request, AssetUploadResponse known)
        {
            var session = await client.CreateAssetUploadAsync(request);
            Func<Task> confirm = () => client.CreateAssetUploadConfirmationAsync(session.AssetId);
            repository.Save(session);
            session = known;
            await Task.Run(() => client.CreateAssetUploadConfirmationAsync(session.AssetId));
            await confirm();
        }
        """);
}
