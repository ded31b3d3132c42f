using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Hotline.Cities.Reading;

/// <summary>A YAML file as a tree of <see cref="YamlPart"/>s that know their lines.</summary>
internal static class YamlFile
{
    /// <summary>The root, or null after the reason has been reported.</summary>
    public static YamlPart? Read(CityFolder folder, string file)
    {
        if (folder.Open(file) is not { } text)
            return null;

        using (text)
        {
            var parser = new Parser(text);
            try
            {
                var stream = new YamlStream();
                stream.Load(parser);
                if (stream.Documents.Count == 1)
                    return new YamlPart(stream.Documents[0].RootNode, file, folder.Faults);
                folder.Faults.Add(new Position(file, 1), $"expected one document, found {stream.Documents.Count}");
            }
            catch (YamlException broken)
            {
                folder.Faults.Add(At(file, broken.Start), $"not readable as YAML: {broken.Message}");
            }
            catch (InvalidOperationException)
            {
                // The scanner of YamlDotNet 18.1 breaks this way on some misplaced braces, without a position.
                folder.Faults.Add(At(file, parser.Current?.End ?? default), "not readable as YAML");
            }
        }

        return null;
    }

    private static Position At(string file, Mark mark) => new(file, (int)Math.Max(1, mark.Line));
}
