"""Titles in front of person names; a name starts after them."""

TITLES = set("""President Mr. Mrs. Ms. Mr Mrs Ms Miss Dr. Dr Prof. Professor Prime Minister Premier Chancellor Senator Sen. Representative Rep.
Congressman Congresswoman General Gen. Colonel Col. Major Maj. Captain Capt. Lieutenant Lt. Sergeant Sgt. Corporal Private Admiral Adm. Brigadier
Commander Secretary Undersecretary Foreign Defense Defence Interior Finance Justice Vice Deputy Assistant Ambassador Chairman Chairwoman Chief
Judge Governor Gov. Mayor Attorney Spokesman Spokeswoman Director Former Acting Interim Secretary-General First Lady State Treasury Speaker
Rev. Reverend Father Detective Inspector Sheriff Coach Envoy Special Lawmaker Lieutenant-General Opposition Leader - of U.S. Hon. Bishop
Archbishop Cardinal Justice Commissioner Councilman Staff Army Mssrs. Messrs.""".split())
_CONNECT = {"-", "of", "U.S.", "Special", "State", "Foreign", "First", "Army", "Staff", "Opposition", "Defense", "Defence", "Interior", "Finance", "Treasury", "Father"}


def strip_titles(words):
    """Number of leading words that are titles (never all of them)."""
    n = 0
    while n < len(words) - 1 and words[n] in TITLES:
        n += 1
    while n and words[n - 1] in _CONNECT and not all(w in TITLES for w in words[:n]):
        n -= 1
    return 0 if n and all(w in _CONNECT for w in words[:n]) else n
