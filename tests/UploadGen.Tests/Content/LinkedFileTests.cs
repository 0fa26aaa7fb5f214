namespace UploadGen.Tests;

public class LinkedFileTests
{
    [Fact]
    public void A_link_is_the_file_it_leads_to()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "file.bin");
            var link = Path.Combine(folder.FullName, "link.bin");
            File.WriteAllBytes(file, new byte[1234]);
            File.CreateSymbolicLink(link, file);

            var content = UploadContent.FromFile(link);

            Assert.Equal(1234, content.Length);
            Assert.Equal("link.bin", content.FileName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
