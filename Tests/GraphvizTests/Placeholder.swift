// Until the tests of this room arrive.
