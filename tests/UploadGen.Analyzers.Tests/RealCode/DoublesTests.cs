namespace UploadGen.Analyzers.Tests.RealCode;

/// <summary>Tests with doubles of a client: a call that is set up or verified is none.</summary>
public sealed class DoublesTests
{
    [Fact]
    public Task Silent_about_a_verification_on_a_substitute() => ServiceCode.VerifyAsync("""
        public async Task Opens_an_upload()
        {
            var substitute = Substitute.For<RunflowClient>();
            await substitute.Received().CreateAssetUploadAsync(Arg.Any<CreateAssetUploadRequest>());
            await substitute.Received(2).CreateAssetUploadAsync(Arg.Any<CreateAssetUploadRequest>());
            _ = substitute.DidNotReceive().CreateAssetUploadAsync(Arg.Any<CreateAssetUploadRequest>());
        }

        public async Task Confirms(CreateAssetUploadRequest request)
        {
            var substitute = Substitute.For<RunflowClient>();
            var session = await substitute.CreateAssetUploadAsync(request);
            await substitute.Received().CreateAssetUploadConfirmationAsync(session.AssetId);
            await substitute.Received().CreateAssetUploadConfirmationAsync(session.AssetId);
            await substitute.DidNotReceive().PutAssetUploadAsync(session, Arg.Any<UploadContent>());
        }
        """);

    [Fact]
    public Task Silent_about_a_class_of_a_test_that_answers_by_itself() => ServiceCode.VerifyAsync("""
        private readonly VaultClient _field = new Fake();

        public async Task Confirms(OpenRequest request)
        {
            var fake = new Fake();
            var session = await fake.OpenAsync(request);
            await fake.CommitAsync(new() { Key = session.Key });

            VaultClient typed = new Fake();
            var second = await typed.OpenAsync(request);
            await typed.CommitAsync(new() { Key = second.Key });

            var third = await _field.OpenAsync(request);
            await _field.CommitAsync(new() { Key = third.Key });

            await new Fake().OpenAsync(request);
        }

        private class Fake : VaultClient
        {
            public override Task<VaultSession> OpenAsync(OpenRequest body, CancellationToken ct = default) => Task.FromResult<VaultSession>(null!);
            public override Task<Item> CommitAsync(CommitRequest body, CancellationToken ct = default) => Task.FromResult(new Item("", "", 0));
        }
        """);

    [Fact]
    public Task A_client_that_only_adds_to_what_it_inherits_is_none() => ServiceCode.VerifyAsync("""
        public async Task Confirms(OpenRequest request)
        {
            var watched = new Watched();
            var session = await watched.OpenAsync(request);
            await watched.{|UPG101:CommitAsync|}(new() { Key = session.Key });
        }

        private sealed class Watched : VaultClient
        {
            public override Task<VaultSession> OpenAsync(OpenRequest body, CancellationToken ct = default)
            {
                Console.WriteLine(body.Name);
                return base.OpenAsync(body, ct);
            }
        }
        """);

    [Fact]
    public Task Silent_about_what_a_substitute_returns() => ServiceCode.VerifyAsync("""
        public async Task Stores(AssetUploadResponse session, FullValidator asset)
        {
            var substitute = Substitute.For<RunflowClient>();
            substitute.CreateAssetUploadAsync(Arg.Any<CreateAssetUploadRequest>()).Returns(session);
            substitute.CreateAssetUploadConfirmationAsync(session.AssetId).Returns(asset);
            await repository.SaveAsync(substitute);
        }
        """);

    [Fact]
    public Task Silent_about_expressions() => ServiceCode.VerifyAsync("""
        public async Task Stores(AssetUploadResponse session, CreateAssetUploadRequest request)
        {
            var mock = new Mock<RunflowClient>();
            mock.Setup(x => x.CreateAssetUploadAsync(request, null, default)).ReturnsAsync(session);
            A.CallTo(() => client.CreateAssetUploadAsync(request, null, default)).ReturnsAsync(session);
            await repository.SaveAsync(mock.Object);
            mock.Verify(x => x.CreateAssetUploadAsync(request, null, default));
            mock.Verify(x => x.CreateAssetUploadConfirmationAsync(session.AssetId, null, null, default), 1);
        }

        public async Task Confirms(CreateAssetUploadRequest request)
        {
            var mock = new Mock<RunflowClient>();
            var session = await mock.Object.CreateAssetUploadAsync(request);
            mock.Verify(x => x.CreateAssetUploadConfirmationAsync(session.AssetId, null, null, default));
            A.CallTo(() => client.CreateAssetUploadConfirmationAsync(session.AssetId, null, null, default)).ReturnsAsync(1);
            Expression<Func<RunflowClient, Task>> put = x => x.CreateAssetUploadConfirmationAsync(session.AssetId, null, null, default);
            repository.Save(put);
        }
        """);

    [Fact]
    public Task A_client_from_a_container_is_a_client() => ServiceCode.VerifyAsync("""
        public async Task RunAsync(IServiceProvider services, CreateAssetUploadRequest request)
        {
            await services.GetRequiredService<RunflowClient>().{|UPG104:CreateAssetUploadAsync|}(request);
        }

        public async Task Confirms(Mock<RunflowClient> mock, CreateAssetUploadRequest request)
        {
            var session = await mock.Object.CreateAssetUploadAsync(request);
            await mock.Object.{|UPG101:CreateAssetUploadConfirmationAsync|}(session.AssetId);
        }
        """);
}
